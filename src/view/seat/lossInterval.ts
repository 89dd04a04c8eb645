export { lossInterval } from '../../exercise/lossInterval.ts';
