import { existsSync, readFileSync } from 'node:fs';
import { createEvening } from '../callflow/evening.ts';
import { eventsOf } from './events.ts';
import { chooseWorld, DEFAULT_SCENARIO } from './world.ts';

/** One evening in a process of its own, for `bench.ts`: its events and the process's peak resident memory. */
const { world } = chooseWorld({
  scenario: DEFAULT_SCENARIO,
  set: {},
});
const evening = createEvening(world.spec, 1, world.orders);
evening.runToEnd();
process.stdout.write(
  JSON.stringify({
    events: eventsOf(evening),
    peakMemoryMB: Math.round(peakKilobytes() / 1024),
  }),
);

/** A child begins with its parent's figure in `resourceUsage`; the kernel's own page of the process does not. */
function peakKilobytes(): number {
  const page = '/proc/self/status';
  const found = existsSync(page) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(page, 'utf8')) : null;
  return found === null ? process.resourceUsage().maxRSS : Number(found[1]);
}
