import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import enPlay from '../../locales/en/play.json' with { type: 'json' };
import frPlay from '../../locales/fr/play.json' with { type: 'json' };
import { whyOf } from '../../src/debrief/machineWhy.ts';
import type { OpenDoor, Reason } from '../../src/exercise/machines/players.ts';
import { reasonText } from '../../src/panels/debrief/reasonText.ts';
import { play } from './exerciseSample.ts';

const rules = play.doctrines.flatMap((doctrine) => doctrine.rules);
type Rule = (typeof rules)[number];

const reasonOf = ({ id, act, seat, when }: Rule, doors: readonly OpenDoor[]): Reason => {
  const { after = [], holds = [], tags = [] } = when;
  return {
    seat,
    at: 0,
    rule: id,
    act,
    began: 0,
    why: holds.length > 0 ? 'holds' : after.length > 0 ? 'after' : tags.length > 0 ? 'tags' : 'time',
    facts: holds,
    tags,
    after,
    measure: null,
    rests: [],
    doors,
  };
};
/** No door open, then each by itself. */
const reasonsOf = (rule: Rule): readonly Reason[] => [
  reasonOf(rule, []),
  ...rule.doors.map(({ fact, person, authority }) =>
    reasonOf(rule, [
      fact !== undefined
        ? { kind: 'fact', fact }
        : person !== undefined
          ? { kind: 'person', person }
          : { kind: 'authority', authority: authority! },
    ]),
  ),
];

describe.each(['fr', 'en'])('in %s', (lng) => {
  const i18n = createInstance();
  void i18n.init({
    lng,
    initAsync: false,
    resources: { fr: { play: frPlay }, en: { play: enPlay } },
    interpolation: { escapeValue: false },
  });
  const say = (reason: Reason): string =>
    reasonText(i18n.t, whyOf(reason, rules.find(({ id }) => id === reason.rule)!.when)!);

  test('every rule of every doctrine says why in one sentence, whatever made it sooner', () => {
    const wrong = rules
      .flatMap(reasonsOf)
      .map(say)
      .filter((text) => !/^\p{Lu}[^.]*\.$/u.test(text) || /why|undefined|\{\{|, ,/.test(text));
    expect(wrong).toEqual([]);
  });

  test('a sentence tells all that the rule asked for: acts, facts, states, what lacked, the hour', () => {
    for (const rule of rules) {
      const { after = [], holds = [], tags = [], lacksTags = [], from } = rule.when;
      if (after.length + holds.length + tags.length === 0) continue;
      const [text, ...parts] = [
        say(reasonOf(rule, [])),
        ...after.map((id) => i18n.t(`play:why.done.${id}`)),
        ...holds.map((id) => i18n.t(`play:why.known.${id}`)),
        ...tags.map((id) => i18n.t(`play:why.state.${id}`)),
        ...lacksTags.map((id) => i18n.t(`play:why.lacks.${id}`)),
        ...(from === undefined ? [] : [i18n.t('play:why.from', { time: from })]),
      ].map((each) => each.toLowerCase());
      const places = parts.map((part) => text!.indexOf(part));
      expect(places.every((place) => place >= 0)).toBe(true);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  test('a fact that the rule waits for anyway makes nothing sooner', () => {
    const rule = rules.find(({ when, doors }) =>
      doors.some(({ fact }) => fact !== undefined && when.holds?.includes(fact)),
    )!;
    const fact = rule.doors.find((door) => door.fact !== undefined)!.fact!;
    expect(say(reasonOf(rule, [{ kind: 'fact', fact }]))).toBe(say(reasonOf(rule, [])));
    const person = 'liaison';
    expect(
      say(
        reasonOf(rule, [
          { kind: 'fact', fact },
          { kind: 'person', person },
        ]),
      ),
    ).toBe(say(reasonOf(rule, [{ kind: 'person', person }])));
  });
});
