import { formatClock } from '../../client/clockTime.ts';
import { clockMinutes } from '../../kernel/time.ts';
import { useFigures, useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import { areaName } from '../../client/places.ts';
import type {
  DebriefModel,
  DecisionRow,
  DilemmaRow,
  SeatId,
  Source,
  TurningPoint,
  VerdictRow,
} from '../../session/playProtocol.ts';
import { usePlayWords, type PlayWords } from '../console/words.ts';
import { reasonText } from './reasonText.ts';

/** Figures of a word that are clock times. */
const HOURS = ['time', 'since', 'ghostAt'] as const;

/** Everything of a debrief in words. */
export interface DebriefWords extends PlayWords {
  seat(id: SeatId): string;
  turning(point: TurningPoint): string;
  /** Why the evening that lost more lost more; empty where nothing says so. */
  cause(point: TurningPoint): string;
  /** What a moment was, in a few words. */
  earlier(told: NonNullable<TurningPoint['earlier']>): string;
  /** What an event was, with the places its letter named. */
  event(happened: DebriefModel['events'][number]): string;
  /** What was so against the words of a draw. */
  but(told: NonNullable<DilemmaRow['but']>): string;
  /** What is said of a goal, with its figures. */
  verdict(row: Pick<VerdictRow, 'goal' | 'grade' | 'params'>): string;
  why(reason: NonNullable<DecisionRow['why']>): string;
  /** Where that seat had a fact from, told to somebody who may not hold it. */
  sourceOf(source: Source, seat: SeatId): string;
  /** A time from the trigger as a clock time and minutes; `none` when it never came. */
  since(ms: number | null, none: string): string;
  /** Of what had not come when the exercise stopped: "never" if the evening was over, else until when. */
  never(at: number): string;
}

export function useDebriefWords(): DebriefWords {
  const t = useTexts();
  const words = usePlayWords();
  const figures = useFigures();
  const { scenario } = useExercise();
  const seat = (id: SeatId): string => t(`play:seats.${id}.name`);
  return {
    ...words,
    seat,
    turning({ key, params, seat: by }) {
      const { act, event, dilemma, option, other, time, since, count, minutes } = params;
      const named = params['seat'] ?? by;
      const quoted = (id: number | string | undefined): string =>
        id === undefined || id === '' ? '' : t(`play:dilemmas.${String(dilemma)}.options.${String(id)}`);
      const [kind = '', way = '', figure] = key.split('.');
      const gain =
        figure === 'goal' && by !== null
          ? t(`debrief:goalGain.${by}.${way}`, { minutes: Number(count), percent: Number(count) })
          : '';
      return t(gain === '' ? `debrief:turning.${key}` : `debrief:turningGoal.${kind}`, {
        gain,
        count: Number(count),
        minutes: Number(minutes ?? 0),
        time: typeof time === 'number' ? formatClock(time) : '',
        since: typeof since === 'number' ? formatClock(since) : '',
        seat:
          named === null
            ? ''
            : t(named === 'rooms' ? 'debrief:otherRooms' : `play:seats.${String(named)}.name`),
        act: act === undefined ? '' : words.act(String(act)),
        event: event === undefined ? '' : t(`play:events.${String(event)}.subject`),
        option: quoted(option),
        // The sentence goes on after this one.
        other: quoted(other).replace(/\.$/, ''),
      });
    },
    cause: ({ why }) =>
      why === null
        ? ''
        : t(`debrief:whyMoment.${why.key}.${why.worse}`, { figure: figures.count(why.count) }),
    earlier: ({ key, minutes, what, count }) =>
      t(`debrief:earlier.${key}`, {
        minutes,
        amount: t(`debrief:earlier.${key.endsWith('.cost') ? 'spared' : 'amount'}.${what}`, { count }),
      }),
    event: ({ id, areas }) =>
      t(`play:events.${id}.text`, {
        places: areas.map((code) => areaName(scenario, code)).join(', '),
      }).replace(' ()', ''),
    but: ({ key, params: { who, time, ...params } }) =>
      t(`debrief:drawnBut.${key}`, {
        ...params,
        ...(typeof who === 'string' ? { who: words.who(who) } : {}),
        ...(typeof time === 'number' ? { time: formatClock(time) } : {}),
      }),
    verdict({ goal, grade, params }) {
      const told = {
        ...params,
        ...Object.fromEntries(
          HOURS.flatMap((name) => {
            const hour = params[name];
            return typeof hour === 'number' ? [[name, formatClock(hour)]] : [];
          }),
        ),
      };
      const word = t(`debrief:verdicts.${goal}.${grade}`, told);
      return params['beside'] === undefined
        ? word
        : `${word} ${t(`debrief:beside.${String(params['beside'])}`, told)}`;
    },
    why: (reason) => reasonText(t, reason),
    sourceOf(source, by) {
      if (!('from' in source)) return words.source(source);
      // Rooms that pass something on to others are all of the same seat.
      const from = source.from === 'team' ? 'ownTeam' : source.from === by ? 'neighbours' : source.from;
      return words.source({ ...source, from });
    },
    since(ms, none) {
      if (ms === null) return none;
      return t('debrief:screen.times.at', {
        time: formatClock(scenario.clock.trigger + ms),
        minutes: clockMinutes(scenario.clock.trigger, scenario.clock.trigger + ms),
      });
    },
    never: (at) =>
      at < scenario.clock.windowEnd
        ? t('debrief:screen.times.notBy', { time: formatClock(at) })
        : t('debrief:screen.times.never'),
  };
}
