import { minutesOf } from '../../exercise/acts/acts.ts';
import type { CommandBody, Refusal } from '../../exercise/commands.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import { isOwn } from '../../exercise/knowledge/claims.ts';
import { lastingOf } from '../../exercise/acts/lasting.ts';
import { again } from '../../exercise/acts/needless.ts';
import { serverOfChoice } from '../../exercise/choices/serverOfChoice.ts';
import { isNational, validationOf } from '../../exercise/acts/validation.ts';
import type { ActSpec } from '../../scenario/play/types.ts';
import type { FactType, SeatId } from '../../scenario/play/vocabulary.ts';
import type { OfferView } from '../seatView.ts';
import type { Fact } from './facts.ts';
import { nameOf } from './handles.ts';
import { asksTeams, hourAbout } from './says.ts';
import type { Sayer } from './says.ts';

/** The whole catalogue of the seat, whatever it knows: only means, people and authority refuse. */
export function offersOf(exercise: Exercise, seat: SeatId, facts: readonly Fact[], says: Sayer): OfferView[] {
  const latest = new Map<FactType, Fact>();
  for (const fact of facts) {
    const known = latest.get(fact.statement.type);
    if (known === undefined || isFirmer(fact, known)) latest.set(fact.statement.type, fact);
  }
  const done = new Map<string, number>();
  for (const act of exercise.acts)
    if (act.seat === seat && act.ended && !act.stopped) done.set(act.spec, (done.get(act.spec) ?? 0) + 1);
  return exercise.ground.play.acts
    .filter((spec) => spec.seat === seat)
    .map((spec) => ({
      act: spec.id,
      refusal: refusalOf(exercise, seat, spec.id),
      minutes: minutesOf(exercise, spec),
      validation: isNational(spec) ? validationOf(exercise, seat) : null,
      rests: spec.restsOn.map((fact) => {
        const held = latest.get(fact);
        return { fact, statement: held ? nameOf(held.statement) : null };
      }),
      timesDone: done.get(spec.id) ?? 0,
      again: again(exercise, seat, spec),
      usual: usualOf(exercise, seat, spec),
      says: says({ acts: [spec.id] }),
      lasts: lastingOf(exercise, spec),
    }))
    .sort((a, b) => closed(a) - closed(b));
}

/** What still stands goes before what does not, one's own measure before what was told, of own ones the latest, then the surer. */
function isFirmer(one: Fact, other: Fact): boolean {
  if (one.superseded !== other.superseded) return other.superseded;
  const [own, others] = [one, other].map(({ origins }) => [...origins].some(isOwn));
  if (own !== others) return own === true;
  return own === true ? one.at > other.at : one.confidence > other.confidence;
}

/** What only a measure opens comes after the others. */
const closed = ({ refusal }: OfferView): number => (refusal?.code === 'measure' ? 1 : 0);

/** What an act takes when it is given nothing: the hour that the repair teams hope for now, the worst server by its alarms. */
function usualOf(exercise: Exercise, seat: SeatId, { id, asks, effects }: ActSpec): OfferView['usual'] {
  const server = serverOfChoice(exercise, { acts: [id] });
  if (server !== undefined) return { servers: [server] };
  const asked = asks.find(({ kind }) => kind === 'time');
  if (asked === undefined || !asksTeams({ effects })) return {};
  return { [asked.name]: hourAbout(exercise, seat, { effects }) ?? null };
}

/** Why an act cannot be begun now, whatever arguments it would be given. */
export function refusalOf(exercise: Exercise, seat: SeatId, act: string): Refusal | null {
  const body: CommandBody = { type: 'act', act, args: {}, rests: [] };
  const refusal = exercise.check(seat, body);
  return refusal?.code === 'badArgument' || refusal?.code === 'missingArgument' ? null : refusal;
}
