/** A figure is clear when it is more than so many times its own standard error. */
const CLEARLY = 2;

/** What luck may put into a figure, either way: what is told after its ±. `error`: its standard error, in its own unit. */
export const marginOf = (error: number): number => CLEARLY * Math.abs(error);

/** More than luck. */
export const isClear = (value: number, error: number): boolean => Math.abs(value) > marginOf(error);
