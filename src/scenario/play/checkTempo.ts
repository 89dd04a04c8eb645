import { parseClockTime } from '../clockTime.ts';
import type { ScenarioError } from '../errors.ts';
import { Findings } from './checking.ts';
import type { TempoSpec } from './tempo.ts';
import type { Play } from './types.ts';

/** Plans of the house: one a format of the exercise. */
export const PLANS = ['solo', 'firstEvening', 'oneTable', 'rooms', 'roomsShort', 'class'] as const;

/** Exercise rules §2: ten to fourteen beats an evening, at least four an act; plans that run from stretch to stretch. */
const MOST_BEATS = 14;

export function checkTempo(play: Play): ScenarioError[] {
  const found = new Findings();
  const ids = play.plans.map((plan) => plan.id);
  found.once('plans', ids, 'id');
  for (const id of PLANS) if (!ids.includes(id)) found.missing(`plans.${id}`, id);
  play.plans.forEach((plan, i) => checkPlan(found, `plans[${i}]`, plan));

  found.once(
    'appointments',
    play.appointments.map((appointment) => appointment.id),
    'id',
  );
  const events = play.events.map((event) => event.id);
  play.appointments.forEach(({ event, honoured }, i) => {
    const path = `appointments[${i}]`;
    if (event !== undefined) found.known(`${path}.event`, event, events);
    honoured?.forEach(({ seat, acts, since }, j) => {
      const here = `${path}.honoured[${j}]`;
      const own = play.acts.filter((act) => act.seat === seat).map(({ id }) => id);
      acts.forEach((act, k) => found.known(`${here}.acts[${k}]`, act, own));
      if (since !== undefined) found.known(`${here}.since`, since, events);
    });
  });
  return found.errors;
}

function checkPlan(found: Findings, path: string, plan: TempoSpec): void {
  found.known(`${path}.id`, plan.id, PLANS);
  found.order(`${path}.to`, plan.from, plan.to);
  for (const list of ['stretches', 'acts'] as const) {
    const steps: readonly { readonly from: string }[] = plan[list];
    if (steps[0]!.from !== plan.from)
      found.errors.push({
        code: 'wrongOrder',
        path: `${path}.${list}[0].from`,
        expected: plan.from,
        found: steps[0]!.from,
      });
    steps.forEach(({ from }, i) => {
      if (i > 0) found.order(`${path}.${list}[${i}].from`, steps[i - 1]!.from, from);
    });
    const last = steps.at(-1)!.from;
    found.range(`${path}.${list}`, `< ${plan.to}`, steps.length, minutesOf(last) < minutesOf(plan.to));
  }
  plan.stretches.forEach(({ speed, dilemmaMin }, i) => {
    // Minutes of the evening that pass in the real time kept between two dilemmas.
    const least = Math.min(60, Math.floor((plan.dilemmaSeconds * speed) / 60));
    if (speed < 30)
      found.range(`${path}.stretches[${i}].dilemmaMin`, `≥ ${least}`, dilemmaMin, dilemmaMin >= least);
  });
  plan.acts.forEach(({ fewest, most, harmless, news }, i) => {
    found.range(`${path}.acts[${i}].most`, `≥ ${fewest}`, most, most >= fewest);
    found.range(`${path}.acts[${i}].harmless`, `≤ ${fewest}`, harmless, harmless <= fewest);
    found.range(`${path}.acts[${i}].news`, `≤ ${most - fewest}`, news, news <= most - fewest);
  });
  const most = plan.acts.reduce((sum, act) => sum + act.most, 0);
  found.range(`${path}.acts`, `≤ ${MOST_BEATS}`, most, most <= MOST_BEATS);
}

const minutesOf = (time: string): number => parseClockTime(time) ?? 0;
