import type { FactType } from '../../scenario/play/vocabulary.ts';
import { hasNothingToAsk } from '../messages/asking.ts';
import type { CommandBody, Refusal } from '../commands.ts';
import type { Exercise } from '../exercise.ts';
import { heldOf } from '../knowledge/held.ts';
import { holding } from '../knowledge/knowledge.ts';
import type { HolderId } from '../seat.ts';

/** All that a machine knows of the exercise: its own holder's tags, facts, acts, callers and signatures. */
export interface Sight {
  readonly now: number;
  /** When the exercise ends: nothing is accepted from then on. */
  readonly end: number;
  /** Moves on whenever anything of the exercise but time and calls may have changed. */
  readonly changes: number;
  readonly tags: ReadonlySet<string>;
  /** Who has asked or rung, and when last. */
  readonly contacts: Readonly<Record<string, number>>;
  /** Signatures obtained. */
  readonly signatures: readonly string[];
  holds(fact: FactType): boolean;
  /** An act of that id has been carried to its end. */
  hasDone(act: string): boolean;
  /** How many acts of that id were begun and not stopped. */
  timesBegun(act: string): number;
  /** Statements held of the facts that an act would rest on. */
  restsOf(act: string): readonly number[];
  /** It would only ask what it has been told already. */
  hasNothingToAsk(act: string): boolean;
  /** Number of the last act begun. */
  lastBegun(): number;
  command(body: CommandBody): Refusal | null;
  wakeAt(at: number): void;
}

/** What a holder's machine sees: nothing else of the exercise is in its reach. */
export function sightOf(exercise: Exercise, holder: HolderId): Sight {
  return {
    get now() {
      return exercise.now;
    },
    end: exercise.setup.to,
    get changes() {
      return exercise.changes;
    },
    get tags() {
      return exercise.tagsOf(holder);
    },
    get contacts() {
      return exercise.contacts[holder];
    },
    get signatures() {
      return exercise.authorities[holder];
    },
    holds: (fact) => holding(exercise.knowledge, holder, fact) !== undefined,
    hasDone: (act) => exercise.actsOf(holder, act).some(({ ended, stopped }) => ended && !stopped),
    timesBegun: (act) => exercise.actsOf(holder, act).filter(({ stopped }) => !stopped).length,
    restsOf: (act) => heldOf(exercise, holder, exercise.actSpec(act)?.restsOn ?? []),
    hasNothingToAsk: (act) => hasNothingToAsk(exercise, holder, act),
    lastBegun: () => exercise.acts.length - 1,
    command: (body) => exercise.apply(holder, body),
    wakeAt: (at) => exercise.schedule.add(at, { kind: 'think', seat: holder }),
  };
}
