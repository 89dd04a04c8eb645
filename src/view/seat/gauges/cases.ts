import type { Exercise } from '../../../exercise/exercise.ts';
import { poolOf } from '../../../exercise/people.ts';
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
  const experts = poolOf(exercise.people, 'anssi', 'experts')!;
  // Whose routine is on it, who stays on it after an act, and whom it has taken back.
  const starved = tags.has('secondCaseStarved');
  let second = starved ? 0 : experts.routine;
  for (const { people, why, ref } of experts.away)
    if (why === 'secondCase' || (why === 'stay' && forSecond(exercise.actSpec(ref)!))) second += people;
  let telecoms = 0;
  for (const act of exercise.acts) {
    if (act.seat !== 'anssi' || act.ended) continue;
    const spec = exercise.actSpec(act.spec)!;
    if (forSecond(spec)) second += spec.needs.people;
    else if (spec.needs.pool === 'experts' || spec.needs.tags?.includes('caseOpen'))
      telecoms += spec.needs.people;
  }
  const limit = exercise.actors.actors.anssi?.timers.find(({ id }) => id.includes('secondCaseLimit'));
  const cases: CasesGauge['cases'][number][] = [
    {
      id: 'second',
      people: second,
      before: limit?.at ?? null,
      state: starved ? 'starved' : 'served',
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
