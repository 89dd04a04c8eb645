import { setFlagsFromString } from 'node:v8';

/**
 * Bytes of bytecode that V8's optimising compiler may inline into one function, and of a function that it may inline:
 * its own limits are 920 and 460. The loops of the calls are deep trees of small methods, and stop being inlined half
 * way. Twice measured, the same seeds in turn: an evening with machines takes 4 to 5 % less; more gains nothing.
 */
const CUMULATIVE = 3600;
const EACH = 1200;

/** For a process that computes evenings one after another, its workers included, before it does. Results are the same. */
export function inlineMore(): void {
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${CUMULATIVE}`);
  setFlagsFromString(`--max-inlined-bytecode-size=${EACH}`);
}
