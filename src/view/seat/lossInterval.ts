/** For screens, which know nothing of the engine. */
export { lossInterval } from '../../exercise/knowledge/lossInterval.ts';
