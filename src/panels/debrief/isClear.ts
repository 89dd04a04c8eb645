/** A figure is clear when it is so many times its own standard error. */
const CLEARLY = 2;

export const isClear = (value: number, error: number): boolean => Math.abs(value) > CLEARLY * error;
