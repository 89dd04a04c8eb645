import { createEvening } from '../callflow/evening.ts';
import { eventsOf } from './events.ts';
import { chooseWorld, DEFAULT_SCENARIO } from './world.ts';

/** One evening in a process of its own, for `bench.ts`: its events and the process's peak resident memory. */
const { world } = chooseWorld({
  scenario: DEFAULT_SCENARIO,
  doctrine: 'as-in-2021',
  measures: 'as-in-2021',
  set: {},
  commands: [],
});
const evening = createEvening(world.spec, 1, world.orders);
evening.runToEnd();
process.stdout.write(
  JSON.stringify({
    events: eventsOf(evening),
    peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
