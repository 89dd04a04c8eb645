import { byTheBook } from '../debrief/byTheBook.ts';
import { measuresTonight } from '../debrief/measureWorth.ts';
import { scoreOf } from '../debrief/rerun.ts';
import { seatReach } from '../debrief/seatReach.ts';
import { turningPoints } from '../debrief/turningPoints.ts';
import type { Progress } from '../debrief/turningPoints.ts';
import { twoTries } from '../debrief/twoTries.ts';
import type { DebriefModel, DebriefPart } from '../debrief/debriefModel.ts';
import { readLog } from '../exercise/log/readLog.ts';
import { replay } from '../exercise/log/replay.ts';
import { groundOf } from './ground.ts';
import type { EarlierTry } from './playProtocol.ts';

/** The log of the exercise to look back on, and the clock time to which it was played. */
export interface DebriefTask {
  readonly text: string;
  readonly at: number;
  /** The try that it was taken up from. */
  readonly earlier?: EarlierTry;
  /** Parts already found, which are not computed again. */
  readonly known?: readonly DebriefPart[];
}

/** What needs other evenings, each once it is computed. */
export type DebriefMessage =
  | {
      readonly part: DebriefPart;
      readonly found: Partial<DebriefModel>;
      /** First figures, which others will refine. */
      readonly first?: true;
    }
  | { readonly part: DebriefPart; readonly progress: Progress };

const post = (message: DebriefMessage): void => self.postMessage(message);

/** Runs a computation to its end, telling how far it is. */
function told<T>(part: DebriefPart, steps: Generator<Progress, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    post({ part, progress: step.value });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<DebriefTask>) => {
  const read = readLog(data.text);
  if (!read.ok) throw new Error(read.error.code);
  const open = groundOf(read.value.header.setup.scenario);
  if (!open.ok) throw new Error('the scenario cannot be opened');
  const replayed = replay(read.value, open.value.ground);
  if (!replayed.ok) throw new Error(replayed.error.code);
  const { exercise, log } = replayed.value;
  exercise.runTo(data.at);
  const { earlier, known = [] } = data;
  const wants = (part: DebriefPart): boolean => !known.includes(part);
  if (earlier !== undefined && wants('earlier')) {
    const before = readLog(earlier.text);
    const at = Math.min(data.at, earlier.at);
    const first = before.ok ? replay(before.value, open.value.ground, { upTo: at }) : before;
    const second = at === data.at ? replayed : replay(read.value, open.value.ground, { upTo: at });
    // A try that can no longer be read is not told; this one is looked back on all the same.
    if (first.ok && second.ok)
      post({
        part: 'earlier',
        found: {
          earlier: twoTries(
            first.value.exercise,
            second.value.exercise,
            earlier.from,
            exercise.finished && at === data.at,
          ),
        },
      });
  }
  const score = scoreOf(exercise, log.lines());
  if (wants('byTheBook')) post({ part: 'byTheBook', found: { byTheBook: byTheBook(exercise) } });
  if (wants('reach')) post({ part: 'reach', found: { reach: told('reach', seatReach(score, exercise)) } });
  if (wants('turningPoints'))
    post({ part: 'turningPoints', found: told('turningPoints', turningPoints(score, exercise)) });
  const worth = measuresTonight(score, exercise);
  for (let step = worth.next(); ; step = worth.next()) {
    if (step.done === true) {
      post({ part: 'measures', found: { measures: step.value } });
      break;
    }
    const { found, ...progress } = step.value;
    if (found === undefined) post({ part: 'measures', progress });
    else post({ part: 'measures', found: { measures: found }, first: true });
  }
});
