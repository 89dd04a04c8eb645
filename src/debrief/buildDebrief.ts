import { CAUSES } from '../callflow/cause.ts';
import type { Cause } from '../callflow/cause.ts';
import type { Evening } from '../callflow/evening.ts';
import { NUMBERS, ORIGINS } from '../callflow/spec.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { LogLine } from '../exercise/logFormat.ts';
import type { ScenarioFile } from '../scenario/schema.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import { project } from '../view/project.ts';
import { choiceRows } from './choiceRows.ts';
import type { DebriefModel, LossRow } from './debriefModel.ts';
import { decisionRows } from './decisions.ts';
import { playGhost, ranOn } from './ghost.ts';
import { eventRows } from './eventRows.ts';
import { knowledgeRows } from './knowledgeRows.ts';
import { learntOf } from './learnt.ts';
import { milestoneRows } from './milestoneRows.ts';
import { CURVE_STEP, tally } from './tally.ts';
import type { SeriousRange, Tally, TallyRow } from './tally.ts';
import { truthOf } from './truthOf.ts';
import { verdictRows } from './verdicts.ts';

export interface DebriefMaterial {
  /** Lines of the log, for wall times and people's reasons; none gives a debrief without real minutes. */
  readonly lines?: readonly LogLine[];
  /** The ghost played to the same minute (`playGhost`), if it is at hand. */
  readonly ghost?: Exercise;
}

/**
 * The core of a debrief: all that one exercise and its ghost tell. The exercise is left as it is. Once it is finished,
 * both evenings are run on to their end with nobody acting, so that people still trying then are counted by how it
 * ended for them; before, only what is settled counts.
 */
export function buildDebrief(exercise: Exercise, material: DebriefMaterial = {}): DebriefModel {
  const ghost = material.ghost ?? playGhost(exercise);
  const tonight = counted(exercise, exercise.finished);
  const then = counted(ghost, exercise.finished);
  const { spec } = exercise.evening;
  const truth = truthOf(exercise, tonight.evening);
  const ghostTruth = truthOf(ghost, then.evening);
  const milestones = milestoneRows(exercise, truth);
  return {
    at: exercise.now,
    seats: CORE_SEATS,
    counts: tonight.tally.counts,
    ghost: then.tally.counts,
    curve: {
      start: exercise.setup.from,
      step: CURVE_STEP,
      tonight: tonight.tally.curve,
      ghost: then.tally.curve,
    },
    milestones,
    losses: {
      byCause: CAUSES.filter(isFailure).map((cause) => ({
        cause,
        tonight: tonight.tally.byCause[cause],
        ghost: then.tally.byCause[cause],
      })),
      byArea: spec.areas.map(({ code }, area) => ({
        code,
        ...tonight.tally.byArea[area]!,
        ghostLost: then.tally.byArea[area]!.lost,
      })),
      byNumber: lossRows(NUMBERS, tonight.tally.byNumber, then.tally.byNumber),
      byOrigin: lossRows(ORIGINS, tonight.tally.byOrigin, then.tally.byOrigin),
    },
    decisions: decisionRows(exercise, material.lines ?? []),
    knowledge: knowledgeRows(exercise, truth),
    choices: choiceRows(exercise, truth),
    verdicts: verdictRows({
      exercise,
      ghost,
      tonight: tonight.tally,
      ghostTally: then.tally,
      truth,
      ghostTruth,
      milestones,
    }),
    belief: CORE_SEATS.map((seat) => ({
      seat,
      areas: project(exercise, seat).areas,
      learnt: learntOf(exercise, seat),
    })),
    truth: spec.areas.map(({ code }, area) => ({ code, share: shareOf(tonight.tally.byArea[area]!) })),
    cause: exercise.cause,
    events: eventRows(exercise),
    turningPoints: null,
    account: null,
    byTheBook: null,
    earlier: null,
    measures: null,
  };
}

/** An exercise counted at its present minute, on its evening run on if asked. */
export function counted(
  exercise: Exercise,
  runOn: boolean,
): { readonly tally: Tally; readonly evening: Evening } {
  const { evening, now } = exercise;
  const done = runOn ? ranOn(evening) : evening;
  const refused = Math.round(evening.servers.ordinaryRefused(now));
  return {
    evening: done,
    tally: tally(done, now, refused, seriousRange(exercise.ground.file), exercise.setup.from),
  };
}

/** Ends of the plausible shares of calls whose delay could matter, as the scenario gives them. */
function seriousRange({ parameters }: ScenarioFile): SeriousRange {
  const shares = NUMBERS.map((number) => parameters[`serious_share_${number}`]);
  return { low: shares.map(({ min }) => min), high: shares.map(({ max }) => max) };
}

export function isFailure(cause: Cause): cause is Exclude<Cause, 'open' | 'answered'> {
  return cause !== 'open' && cause !== 'answered';
}

const shareOf = ({ attempts, lost }: TallyRow): number | null => (attempts === 0 ? null : lost / attempts);

function lossRows(
  keys: readonly string[],
  tonight: readonly TallyRow[],
  ghost: readonly TallyRow[],
): LossRow[] {
  return keys.map((key, i) => ({ key, ...tonight[i]!, ghostLost: ghost[i]!.lost }));
}
