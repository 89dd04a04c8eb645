import type { Exercise } from '../../../exercise/exercise.ts';
import type { ActSpec } from '../../../scenario/play/types.ts';
import type { Gauge } from '../../seatView.ts';

type CasesGauge = Extract<Gauge, { kind: 'cases' }>;

/** An act for the other case of the night. */
function forSecond({ effects }: ActSpec<string>): boolean {
  return effects.some((effect) => effect.op === 'machine' && effect.event === 'SECOND_CASE_SERVED');
}

/** ANSSI's two cases: who is on each, and until when the second can be left alone. */
export function casesGauge(exercise: Exercise): CasesGauge {
  const tags = exercise.tagsOf('anssi');
  let second = 0;
  let telecoms = 0;
  for (const act of exercise.acts) {
    if (act.seat !== 'anssi' || act.ended) continue;
    const spec = exercise.actSpec(act.spec)!;
    if (forSecond(spec)) second += spec.needs.people;
    else if (spec.needs.pool === 'experts' || spec.needs.tags?.includes('caseOpen'))
      telecoms += spec.needs.people;
  }
  const starved = tags.has('secondCaseStarved');
  const limit = exercise.actors.actors.anssi?.timers.find(({ id }) => id.includes('secondCaseLimit'));
  const cases: CasesGauge['cases'][number][] = [
    {
      id: 'second',
      people: second,
      before: limit?.at ?? null,
      // Left alone beyond its limit, there is nothing more to be late for.
      state: !starved ? 'served' : limit ? 'starved' : 'closed',
    },
  ];
  if (!tags.has('caseNone'))
    cases.push({
      id: 'telecoms',
      people: telecoms,
      before: null,
      state: tags.has('caseOpen') ? 'open' : 'closed',
    });
  return { kind: 'cases', cases };
}
