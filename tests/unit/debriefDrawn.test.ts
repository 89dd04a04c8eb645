import { expect, test } from 'vitest';
import en from '../../locales/en/debrief.json' with { type: 'json' };
import fr from '../../locales/fr/debrief.json' with { type: 'json' };
import { drawnBut } from '../../src/debrief/drawnBut.ts';
import { choiceRows } from '../../src/debrief/choiceRows.ts';
import { truthOf } from '../../src/debrief/truthOf.ts';
import type { Choice } from '../../src/exercise/state.ts';
import { clock } from '../../src/kernel/time.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { act, ORANGE, played } from './debriefSample.ts';

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
  expect(drawnBut(ended, asked('O10', 'orange'), 'twoLeft', truthOf(ended))).toEqual({
    key: 'servers',
    params: { awake: count, servers: awake.length },
  });
});

test('"nobody would have said anything" is set right by whoever had said it', () => {
  const said = drawnBut(ended, asked('M2', 'ministry'), 'wordLate', truthOf(ended));
  const letters = ended.messages.filter(
    ({ author, to, statements, arrivedAt }) =>
      ['orange', 'operators'].includes(author) &&
      to.includes('ministry') &&
      statements.length > 0 &&
      (arrivedAt['ministry'] ?? Infinity) < clock('18:45'),
  );
  expect(said === null).toBe(letters.length === 0);
  expect(drawnBut(ended, asked('M2', 'ministry'), 'wordSoon', truthOf(ended))).toBeNull();
  const silent = played([], 'orange', '16:46');
  expect(drawnBut(silent, asked('M2', 'ministry'), 'wordLate', truthOf(silent))).toBeNull();
});

const KEYS = [
  'atRest',
  'backAt',
  'matched',
  'noCell',
  'notBack',
  'person',
  'pocket',
  'servers',
  'spoke',
  'stillUsed',
];

test('when service was back is told beside the draw on the repair, by the same hour as everywhere else', () => {
  const truth = truthOf(ended);
  const back = truth.restored();
  for (const outcome of ['early', 'midnight', 'late'])
    expect(drawnBut(ended, asked('O8', 'orange'), outcome, truth)).toEqual(
      back === null
        ? { key: 'notBack', params: { time: ended.now } }
        : { key: 'backAt', params: { time: back } },
    );
});

test('complaints that told Orange so are not said to have told nothing', () => {
  const found = ended.knowledge.held.orange.filter(
    ({ source }) => source.kind === 'act' && source.act === 'orange.correlateComplaints',
  );
  const said = drawnBut(ended, asked('O2', 'orange'), 'complaintsMute', truthOf(ended));
  expect(said !== null).toBe(
    found.some(({ statement }) => ended.knowledge.statements[statement]!.type === 'emergency.affected'),
  );
});

test('what Orange would have done of itself is not told when a person held it', () => {
  for (const row of choiceRows(ended, truthOf(ended)))
    if (['M9', 'A2', 'A7'].includes(row.dilemma) && row.but !== null)
      expect(row).toMatchObject({ outcome: null, but: { key: 'person' } });
});

test('whoever chose nothing and ordered it all the same is told so', () => {
  const aside = played(
    [...ORANGE, ['17:40', 'orange', act('orange.restartOne', { servers: ['lyon1'] })]],
    'orange',
    '19:00',
  );
  const rows = choiceRows(aside, truthOf(aside)).filter(({ by, did }) => by === 'nobody' && did.length > 0);
  expect(rows.length).toBeGreaterThan(0);
  for (const { did, seat, openedAt } of rows)
    for (const each of did) {
      expect(each.at).toBeGreaterThanOrEqual(openedAt);
      expect(
        aside.acts.some(
          ({ spec, seat: by, begunAt }) => spec === each.act && by === seat && begunAt === each.at,
        ),
      ).toBe(true);
    }
});

test('what goes against a draw has its words in both languages', () => {
  for (const { drawnBut: words } of [fr, en]) expect(Object.keys(words).sort()).toEqual(KEYS);
});
