import type { TFunction } from 'i18next';
import { secondsText } from '../exercise/log/readLog.ts';
import type { PlayedScript } from './playCommand.ts';
import { formatsOf } from './readable.ts';
import type { ReplayReport } from './replayCommand.ts';
import { table } from './table.ts';
import type { Language } from './texts.ts';

const COUNTS = ['attempts', 'unrouted', 'answered', 'neverServed', 'servedLate', 'ordinaryRefused'] as const;

/** An exercise played from a script, for a person: what became of each line, then what it left. */
export function playedText(played: PlayedScript, t: TFunction, language: Language): string {
  const { count } = formatsOf(language);
  const { outcomes, accepted, refused, counts, ghost, milestones, setup } = played;
  const cell = (minutes: number | null): string => (minutes === null ? '—' : count(minutes));
  return [
    t('cli:play.title', {
      scenario: setup.scenario,
      seed: setup.seed,
      cause: t(`cli:cause.${played.cause}`),
    }),
    table(
      outcomes.map(({ line, at, by, what, refusal }) => [
        `${line}  ${secondsText(at)}  ${t(`cli:seat.${by}`)}  ${what}  ${
          refusal === null
            ? t('cli:play.accepted')
            : t('cli:play.refused', { why: t(`cli:refusal.${refusal.code}`) })
        }`,
      ]),
    ),
    [t('cli:play.acceptedCount', { count: accepted }), t('cli:play.refusedCount', { count: refused })].join(
      ' ',
    ),
    table([
      ['', t('cli:column.tonight'), t('cli:column.ghost')],
      ...COUNTS.map((name) => [t(`cli:count.${name}`), count(counts[name]), count(ghost[name])]),
    ]),
    table([
      [
        t('cli:breakdown.times'),
        t('cli:column.minutes'),
        t('cli:column.content'),
        t('cli:column.documented'),
      ],
      ...Object.entries(milestones).map(([id, { at, content, documented }]) => [
        t(`cli:time.${id}`),
        cell(at),
        cell(content),
        cell(documented),
      ]),
    ]),
    t('cli:play.hash', { at: secondsText(played.endedAt), hash: played.hash }),
  ].join('\n\n');
}

/** A log that replayed whole, for a person. */
export function replayedText(
  { file, commands, checks, at, hash, setup }: ReplayReport,
  t: TFunction,
): string {
  return [
    t('cli:replay.same', { file }),
    t('cli:replay.commands', { count: commands }),
    t('cli:replay.checks', { count: checks }),
    t('cli:play.hash', { at: secondsText(at ?? setup!.from), hash: hash ?? '' }),
  ].join('\n');
}
