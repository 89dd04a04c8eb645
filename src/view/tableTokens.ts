import type { SeatId } from '../scenario/play/vocabulary.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { TableInfo } from './buildTableModel.ts';
import type { SeatView } from './seatView.ts';
import type { TableToken } from './tableModel.ts';

/** Groups of acts that mark the evening: what changes the network, what is said, what is decided. */
const MARKING: ReadonlySet<string> = new Set(['repair', 'tell', 'decide', 'help']);

/** Marks of the rim: 2021 if it is shown, and tonight's own acts, changes of state and public words. */
export function buildTokens(views: readonly SeatView[], at: number, info: TableInfo): TableToken[] {
  const groups = new Map(info.play.acts.map(({ id, group }) => [id, group]));
  const ghosts = info.ghosts
    ? info.scenario.chronology
        .filter(({ ghost }) => ghost)
        .map((moment): TableToken => ({
          key: `ghost:${moment.key}`,
          at: moment.at,
          kind: 'ghost',
          seat: null,
          label: { key: `scenario:chronology.${moment.key}`, text: '' },
          passed: moment.at <= at,
        }))
    : [];
  const acts = views.flatMap(({ seat, acts }) =>
    acts
      .filter(({ act, state }) => state !== 'stopped' && MARKING.has(groups.get(act) ?? ''))
      .map(({ id, act, begunAt }): TableToken => ({
        key: `act:${seat}:${id}`,
        at: begunAt,
        kind: 'act',
        seat,
        label: { key: `play:acts.${act}.name`, text: '' },
        passed: begunAt <= at,
      })),
  );
  const tags = views.flatMap(({ seat, journal }) =>
    journal
      .filter(({ kind }) => kind === 'tag')
      .map((entry): TableToken => ({
        key: `tag:${seat}:${entry.ref}:${entry.at}`,
        at: entry.at,
        kind: 'tag',
        seat,
        label: { key: `play:tags.${entry.ref}`, text: '' },
        passed: entry.at <= at,
      })),
  );
  return unique([...ghosts, ...acts, ...tags, ...words(views, at)]);
}

function words(views: readonly SeatView[], now: number): TableToken[] {
  return views.flatMap(({ publicWords }) =>
    publicWords.map(({ by, at, key, text }): TableToken => {
      const seat: SeatId | undefined = CORE_SEATS.find((each) => each === by);
      return {
        key: `word:${by}:${at}`,
        at,
        kind: 'word',
        seat: seat ?? null,
        label: { key, text },
        passed: at <= now,
      };
    }),
  );
}

/** Two seats at one table hear the same word: it is one mark. */
function unique(tokens: readonly TableToken[]): TableToken[] {
  return [...new Map(tokens.map((token) => [token.key, token])).values()].toSorted(
    (a, b) => a.at - b.at || (a.key < b.key ? -1 : 1),
  );
}
