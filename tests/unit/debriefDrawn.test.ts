import { expect, test } from 'vitest';
import en from '../../locales/en/debrief.json' with { type: 'json' };
import fr from '../../locales/fr/debrief.json' with { type: 'json' };
import { drawnBut } from '../../src/debrief/drawnBut.ts';
import type { Choice } from '../../src/exercise/state.ts';
import { clock } from '../../src/kernel/time.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { ORANGE, played } from './debriefSample.ts';

const ended = played(ORANGE, 'orange', '19:30');
const asked = (dilemma: string, seat: SeatId): Choice => ({
  dilemma,
  seat,
  openedAt: 0,
  closesAt: 0,
  state: 'ignored',
  option: null,
  by: null,
  decidedAt: 0,
  also: [],
  coming: [],
  refused: [],
  outcome: '',
});

test('"two départements still failed" is not all that is told while servers are still sick', () => {
  const { awake } = ended.evening.servers;
  const count = awake.filter((each) => each !== 0).length;
  expect(count).toBeGreaterThan(0);
  expect(drawnBut(ended, asked('O10', 'orange'), 'twoLeft')).toEqual({
    key: 'servers',
    params: { awake: count, servers: awake.length },
  });
});

test('"nobody would have said anything" is set right by whoever had said it', () => {
  const said = drawnBut(ended, asked('M2', 'ministry'), 'wordLate');
  const letters = ended.messages.filter(
    ({ author, to, statements, arrivedAt }) =>
      ['orange', 'operators'].includes(author) &&
      to.includes('ministry') &&
      statements.length > 0 &&
      (arrivedAt['ministry'] ?? Infinity) < clock('18:45'),
  );
  expect(said === null).toBe(letters.length === 0);
  expect(drawnBut(ended, asked('M2', 'ministry'), 'wordSoon')).toBeNull();
  const silent = played([], 'orange', '16:46');
  expect(drawnBut(silent, asked('M2', 'ministry'), 'wordLate')).toBeNull();
});

test('what goes against a draw has its words in both languages', () => {
  for (const { drawnBut: words } of [fr, en])
    expect(Object.keys(words).sort()).toEqual(['atRest', 'pocket', 'servers', 'spoke']);
});
