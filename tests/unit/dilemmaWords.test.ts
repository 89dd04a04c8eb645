import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { play } from './exerciseSample.ts';

interface Words {
  readonly question: string;
  readonly options: Readonly<Record<string, string>>;
}

const dilemmas = (['fr', 'en'] as const).map(
  (language) =>
    (
      JSON.parse(readFileSync(new URL(`../../locales/${language}/play.json`, import.meta.url), 'utf8')) as {
        readonly dilemmas: Readonly<Record<string, Words>>;
      }
    ).dilemmas,
);

/** What only the gauges and the facts beside a question know: people free now, the room that overflows, how many départements, who has concluded or spoken. */
const ONLY_THE_BOARD_KNOWS =
  /seul chef de salle|chef de salle libre|si le 1[578] déborde|soixante-dix|n’a pas conclu|parle peu|head of room free|if the 1[578] overflows|seventy|has not concluded|says little/i;

test('the words of a choice state nothing that the gauges beside it may deny', () => {
  for (const texts of dilemmas)
    for (const { id } of play.dilemmas) {
      const { question, options } = texts[id]!;
      for (const text of [question, ...Object.values(options)])
        expect(text, id).not.toMatch(ONLY_THE_BOARD_KNOWS);
    }
});
