import * as v from 'valibot';
import { clockTimeSchema } from '../orderSchema.ts';
import { count, minutes, share } from './parts.ts';
import { RECIPIENTS } from './recipients.ts';
import type { Channel } from './vocabulary.ts';
import { CHANNELS, CORE_SEATS } from './vocabulary.ts';

/** Figures of the exercise rules that a scenario may change (marked † there). Times are minutes, shares 0..1. */
export interface PlayRules {
  readonly phone: {
    /** Both sides are taken for so long. */
    readonly minutes: number;
    /** Times a call is dialled before one gives up, when it does not get through. */
    readonly tries: number;
    /** Nobody is free to answer: it rings again after so long, so many times. */
    readonly ringAgain: number;
    readonly rings: number;
  };
  /** Setting up an audio bridge. */
  readonly bridge: { readonly minutes: number };
  /** E-mail waits, from a seat at rest to one that is full. */
  readonly email: { readonly least: number; readonly most: number };
  /** Official messaging, and the time a machine takes to open it: at least, and more with its load. */
  readonly crisis: { readonly minutes: number; readonly open: number; readonly openLoaded: number };
  /** The State may ask the rooms so often within so long; once more costs the services' trust. */
  readonly questions: { readonly most: number; readonly within: number };
  /** A machine that was asked puts its answer together in so long. */
  readonly answer: { readonly minutes: number };
  /** A national statement waits for ministers on the road, unless the duty officer or the minister can be had. */
  readonly validation: { readonly least: number; readonly most: number };
  /** A means proven in one place is copied by neighbours who are told, in so many places. */
  readonly spread: { readonly least: number; readonly most: number; readonly places: number };
  /** Shifts end at these hours: in the rooms, in the cells; a handover not done by then is done without a brief. */
  readonly relief: { readonly rooms: string; readonly cells: string; readonly grace: number };
  readonly trust: {
    /** By step (given, watched, lost): factor of the delay of an agreement, share that follows advice. */
    readonly delay: readonly [number, number, number];
    readonly share: readonly [number, number, number];
    /** A trust step is lost by so many mistakes corrected by their author. */
    readonly corrections: number;
  };
  /** Share of those who follow advice that is left once two official voices have said the opposite. */
  readonly contradiction: { readonly share: number };
  /**
   * Factor on the scenario's `worried_factor`: the calls of the known evening were counted with its curious ones among the
   * worried, and here the play brings its own.
   */
  readonly played: { readonly worried: number };
  /**
   * For each share of ordinary calls that a throttle refuses, so much of it more first calls to the emergency numbers: people
   * who did not reach a hospital, a doctor on duty or a tele-assistance centre (assumed).
   */
  readonly throttle: { readonly turnedAway: number };
  /** Silent minutes after which a cell that has people counts as having held its round. */
  readonly round: { readonly minutes: number };
  /** Logs whose traces a restart has erased: factor of their confidence. */
  readonly evidence: { readonly share: number };
  /** Sides whose telephone lines are on the equipment that fails: share of their lines. */
  readonly lines: readonly { readonly who: string; readonly copper: number }[];
  /** Addresses of the file that are wrong, or that nobody looks at. */
  readonly addresses: readonly {
    readonly from: string;
    readonly to: string;
    readonly channel: Channel;
    readonly state: 'wrong' | 'unattended';
    /** Minutes before it is returned, or found. */
    readonly after: number;
  }[];
}

const three = v.strictTuple([
  v.pipe(v.number(), v.minValue(0), v.maxValue(5)),
  v.pipe(v.number(), v.minValue(0), v.maxValue(5)),
  v.pipe(v.number(), v.minValue(0), v.maxValue(5)),
]);
const range = v.pipe(
  v.strictObject({ least: minutes, most: minutes }),
  v.check(({ least, most }) => least <= most),
);
const side = v.picklist(RECIPIENTS);

export const playRulesSchema = v.strictObject({
  phone: v.strictObject({ minutes, tries: count, ringAgain: minutes, rings: count }),
  bridge: v.strictObject({ minutes }),
  email: range,
  crisis: v.strictObject({ minutes, open: minutes, openLoaded: minutes }),
  questions: v.strictObject({ most: count, within: minutes }),
  answer: v.strictObject({ minutes }),
  validation: range,
  spread: v.strictObject({ least: minutes, most: minutes, places: count }),
  relief: v.strictObject({ rooms: clockTimeSchema, cells: clockTimeSchema, grace: minutes }),
  trust: v.strictObject({ delay: three, share: three, corrections: count }),
  contradiction: v.strictObject({ share }),
  played: v.strictObject({ worried: share }),
  throttle: v.strictObject({ turnedAway: share }),
  round: v.strictObject({ minutes }),
  evidence: v.strictObject({ share }),
  lines: v.array(v.strictObject({ who: side, copper: share })),
  addresses: v.array(
    v.strictObject({
      from: v.picklist(CORE_SEATS),
      to: side,
      channel: v.picklist(CHANNELS),
      state: v.picklist(['wrong', 'unattended']),
      after: minutes,
    }),
  ),
});
