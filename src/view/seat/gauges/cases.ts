import type { Exercise } from '../../../exercise/exercise.ts';
import { poolOf } from '../../../exercise/people/people.ts';
import { forSecondCase, sentToSecondCase } from '../../../exercise/acts/secondCase.ts';
import type { Gauge } from '../../seatView.ts';

type CasesGauge = Extract<Gauge, { kind: 'cases' }>;

/** ANSSI's two cases: who is on each, and until when the second can be left alone. */
export function casesGauge(exercise: Exercise): CasesGauge {
  const tags = exercise.tagsOf('anssi');
  const experts = poolOf(exercise.people, 'anssi', 'experts')!;
  // Whose routine is on it, who stays on it after an act, and whom it has taken back.
  const lost = tags.has('secondCaseLost');
  const starved = tags.has('secondCaseStarved');
  const second = (starved || lost ? 0 : experts.routine) + sentToSecondCase(exercise);
  let telecoms = 0;
  for (const act of exercise.acts) {
    if (act.seat !== 'anssi' || act.ended) continue;
    const spec = exercise.actSpec(act.spec)!;
    if (forSecondCase(spec)) continue;
    if (spec.needs.pool === 'experts' || spec.needs.tags?.includes('caseOpen')) telecoms += spec.needs.people;
  }
  const limit = exercise.actors.actors.anssi?.timers.find(({ id }) => id.includes('secondCaseLimit'));
  const cases: CasesGauge['cases'][number][] = [
    {
      id: 'second',
      people: second,
      before: limit?.at ?? null,
      state: lost ? 'lost' : starved ? 'starved' : 'served',
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
