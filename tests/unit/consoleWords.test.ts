import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import enConsole from '../../locales/en/console.json' with { type: 'json' };
import enPlay from '../../locales/en/play.json' with { type: 'json' };
import enTable from '../../locales/en/table.json' with { type: 'json' };
import frConsole from '../../locales/fr/console.json' with { type: 'json' };
import frPlay from '../../locales/fr/play.json' with { type: 'json' };
import frTable from '../../locales/fr/table.json' with { type: 'json' };
import { sourceText } from '../../src/panels/console/sourceText.ts';
import { FACTS, type Source } from '../../src/session/playProtocol.ts';
import { COSTS } from '../../src/scenario/play/vocabulary.ts';
import { SENSOR_IDS } from '../../src/scenario/play/sensors.ts';

/** Dotted key to text. */
const flat = (texts: object, path = ''): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${path}${key}`, value]]
        : Object.entries(flat(value as object, `${path}${key}.`)),
    ),
  );
const actors = Object.keys(frPlay.recipients);
const acts = Object.entries(frPlay.acts).flatMap(([seat, each]) =>
  Object.keys(each).map((id) => `${seat}.${id}`),
);
const SOURCES: readonly Source[] = [
  ...SENSOR_IDS.map((sensor): Source => ({ kind: 'instrument', sensor })),
  ...[...acts, ...actors, 'weather.unheardOf', 'nobody'].map((act): Source => ({ kind: 'act', act })),
  ...[...actors, 'nobody'].flatMap((from): Source[] => [
    { kind: 'message', from, message: 1 },
    { kind: 'hearsay', from },
  ]),
  { kind: 'media' },
];

describe.each(['fr', 'en'])('in %s', (lng) => {
  const { t } = (() => {
    const i18n = createInstance();
    void i18n.init({
      lng,
      initAsync: false,
      resources: {
        fr: { play: frPlay, console: frConsole },
        en: { play: enPlay, console: enConsole },
      },
      interpolation: { escapeValue: false },
    });
    return i18n;
  })();

  test('a source is never told by its key', () => {
    const wrong = SOURCES.map((source) => sourceText((key, params) => t(key, params), source)).filter(
      (text) => text === '' || /\w\.\w|:\w|\{\{|nobody/.test(text),
    );
    expect(wrong).toEqual([]);
  });

  test('whoever can write has a form with its article, both ways', () => {
    for (const actor of actors) {
      expect(t(`console:from.${actor}`)).not.toContain('.');
      expect(t(`console:sent.at.${actor}`)).not.toContain('.');
    }
  });

  test('every fact has a form for when it is not known, every cost a meaning', () => {
    for (const fact of FACTS) expect(t(`console:whether.${fact}`)).toMatch(/ /);
    for (const cost of COSTS) expect(t(`console:costNotes.${cost}`)).toMatch(/ /);
  });
});

test('a short name on the table is shorter, and of something that there is', () => {
  for (const [short, play] of [
    [frTable.seat.short, frPlay],
    [enTable.seat.short, enPlay],
  ] as const) {
    const full = flat({
      tags: play.tags,
      pools: play.pools,
      goals: play.goals,
      seats: Object.fromEntries(Object.entries(play.seats).map(([seat, { name }]) => [seat, name])),
      acts: Object.fromEntries(
        Object.entries(play.acts).map(([seat, each]) => [
          seat,
          Object.fromEntries(Object.entries(each).map(([id, { name }]) => [id, name])),
        ]),
      ),
    });
    const wrong = Object.entries(flat(short)).filter(
      ([key, text]) => full[key] === undefined || text.length > full[key].length,
    );
    expect(wrong).toEqual([]);
  }
});
