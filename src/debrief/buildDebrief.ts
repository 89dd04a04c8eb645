import { CAUSES } from '../callflow/cause.ts';
import type { Cause } from '../callflow/cause.ts';
import { NUMBERS, ORIGINS } from '../callflow/spec.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { LogLine } from '../exercise/log/logFormat.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import { project } from '../view/project.ts';
import { choiceRows } from './choiceRows.ts';
import { counted } from './counted.ts';
import type { DebriefModel, LossRow } from './debriefModel.ts';
import { decisionRows } from './decisions.ts';
import { playGhost } from './ghost.ts';
import { eventRows } from './eventRows.ts';
import { knowledgeRows } from './knowledgeRows.ts';
import { learntOf } from './learnt.ts';
import { milestoneRows } from './milestoneRows.ts';
import { ownFigures } from './ownFigures.ts';
import { CURVE_STEP } from './tally.ts';
import type { TallyRow } from './tally.ts';
import { truthOf } from './truthOf.ts';
import { verdictRows } from './verdicts.ts';
import { ownAreas } from './verdictsOfPublic.ts';

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
  const own = ownAreas(exercise);
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
      own,
    }),
    belief: CORE_SEATS.map((seat) => ({
      seat,
      areas: project(exercise, seat).areas,
      learnt: learntOf(exercise, seat),
    })),
    truth: spec.areas.map(({ code }, area) => ({ code, share: shareOf(tonight.tally.byArea[area]!) })),
    cause: exercise.cause,
    events: eventRows(exercise),
    own: CORE_SEATS.map((seat) => ({
      seat,
      tonight: ownFigures(exercise, tonight.tally, truth, seat, own),
      ghost: ownFigures(ghost, then.tally, ghostTruth, seat, own),
    })),
    reach: null,
    turningPoints: null,
    account: null,
    byTheBook: null,
    earlier: null,
    measures: null,
  };
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
