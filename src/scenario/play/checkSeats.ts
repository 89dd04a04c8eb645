import type { ScenarioError } from '../errors.ts';
import { checkEffects } from './checkEffects.ts';
import { Findings } from './checking.ts';
import type { Play } from './types.ts';
import { CORE_SEATS, FUNCTIONS } from './vocabulary.ts';

/** Each core seat once, with its functions; pools; the first lines point at what exists. */
export function checkSeats(play: Play): ScenarioError[] {
  const found = new Findings();
  const ids = {
    act: play.acts.map((act) => act.id),
    event: play.events.map((event) => event.id),
    dilemma: play.dilemmas.map((dilemma) => dilemma.id),
    envelope: play.envelopes.map((envelope) => envelope.id),
  };
  const seats = play.seats.map((entry) => entry.seat);
  found.once('seats', seats, 'seat');
  for (const seat of CORE_SEATS) if (!seats.includes(seat)) found.missing(`seats.${seat}`, seat);

  play.seats.forEach((entry, i) => {
    const path = `seats[${i}]`;
    entry.functions.forEach((name, j) => found.known(`${path}.functions[${j}]`, name, FUNCTIONS[entry.seat]));
    for (const name of FUNCTIONS[entry.seat])
      if (!entry.functions.includes(name)) found.missing(`${path}.functions`, name);
    entry.sees.forEach((sensor, j) => {
      if (!sensor.startsWith(`${entry.seat}.`))
        found.known(`${path}.sees[${j}]`, sensor, [`${entry.seat}.…`]);
    });
    entry.lines.forEach((line, j) => {
      for (const kind of ['act', 'event', 'dilemma', 'envelope'] as const) {
        const name = line[kind];
        if (name !== undefined) found.known(`${path}.lines[${j}].${kind}`, name, ids[kind]);
      }
      line.otherwise?.forEach((name, k) =>
        found.known(`${path}.lines[${j}].otherwise[${k}]`, name, ids.envelope),
      );
      if (j > 0) found.order(`${path}.lines[${j}].at`, entry.lines[j - 1]!.at, line.at);
    });
  });
  found.once(
    'seats',
    play.seats.flatMap((entry) => entry.goals),
    'goals',
  );

  for (const [list, pools] of [
    ['pools', play.pools],
    ['operatorPools', play.operators.pools],
  ] as const) {
    found.once(
      list,
      pools.map((pool) => `${pool.seat}.${pool.id}`),
      'id',
    );
    pools.forEach((pool, i) => {
      const path = `${list}[${i}]`;
      found.range(`${path}.routine`, `≤ ${pool.people}`, pool.routine, pool.routine <= pool.people);
      if (pool.seat !== 'operators' && pool.from !== undefined)
        found.tags(`${path}.from`, pool.seat, [pool.from]);
      if (pool.undone !== undefined)
        checkEffects(found, `${path}.undone.effects`, pool.undone.effects, pool.seat, play);
    });
  }
  return found.errors;
}
