import { describe, expect, test } from 'vitest';
import { SETTINGS_2021 } from '../../src/actors/settings.ts';
import type { ScenarioError } from '../../src/scenario/errors.ts';
import { parsePlay, type PlayParts } from '../../src/scenario/play/load.ts';
import { SENSORS, type SensorSpec } from '../../src/scenario/play/sensors.ts';
import { SETTING_NAMES } from '../../src/scenario/play/settingNames.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import { ground, play, playParts } from './playSample.ts';

type Json = Record<string, unknown>;
type Entry = Record<string, any>;

const errorsOf = (parts: PlayParts): readonly ScenarioError[] => {
  const parsed = parsePlay(parts, ground);
  return parsed.ok ? [] : parsed.error;
};

/** Errors once one list of the play has been changed. */
function after(
  part: keyof PlayParts,
  list: string,
  change: (entries: Entry[]) => void,
): readonly ScenarioError[] {
  const parts = playParts();
  change((parts[part] as Json)[list] as Entry[]);
  return errorsOf(parts);
}

const actNamed = (acts: Entry[], id: string): Entry => {
  const found = acts.find((act) => act.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const indexOfAct = (id: string): number => play().acts.findIndex((act) => act.id === id);

test('the play of the evening is valid', () => {
  expect(errorsOf(playParts())).toEqual([]);
});

test('it has what the rules of the exercise ask for', () => {
  const { dilemmas, events, measures, seats, acts } = play();
  expect(events).toHaveLength(16);
  expect(measures).toHaveLength(25);
  expect(measures.filter((measure) => measure.inLaw).map((measure) => measure.number)).toEqual([1, 3, 4, 9]);
  for (const seat of CORE_SEATS) {
    expect(dilemmas.filter((dilemma) => dilemma.seat === seat).length).toBeGreaterThanOrEqual(10);
    expect(acts.filter((act) => act.seat === seat).length).toBeGreaterThanOrEqual(20);
    expect(seats.filter((entry) => entry.seat === seat)).toHaveLength(1);
  }
  // Ten to twelve of the sixteen in a mean evening.
  const mean = events.reduce((sum, event) => sum + event.probability, 0);
  expect(mean).toBeGreaterThanOrEqual(10);
  expect(mean).toBeLessThanOrEqual(12.5);
});

test('nobody is asked for more people than are off routine work', () => {
  const { acts, pools } = play();
  const asked = acts.filter(({ seat, needs }) => {
    const pool = pools.find((entry) => entry.seat === seat && entry.id === needs.pool)!;
    return needs.people > pool.people - pool.routine;
  });
  expect(asked.map((act) => act.id)).toEqual([]);
});

test('in 2021 nobody advised on the numbers', () => {
  const rules = play()
    .doctrines.filter((doctrine) => doctrine.id === 'as-in-2021')
    .flatMap((d) => d.rules);
  const told = rules.filter((rule) =>
    play()
      .acts.find((act) => act.id === rule.act)
      ?.effects.some((effect) => effect.op === 'machine' && effect.event === 'ADVICE_GIVEN'),
  );
  expect(told).toEqual([]);
  for (const rule of rules)
    expect(
      rule.doors.map((door) => Object.keys(door)[0]),
      rule.id,
    ).toEqual(['fact', 'person', 'authority']);
});

test('every instrument is looked at by somebody', () => {
  const { acts, operators, measures } = play();
  const used = new Set([
    ...[...acts, ...operators.acts].flatMap((act) =>
      act.effects.flatMap((effect) => (effect.op === 'sense' ? [effect.sensor] : [])),
    ),
    ...measures.flatMap(({ effects }) => effects.flatMap((e) => (e.op === 'sensor' ? [e.sensor] : []))),
  ]);
  const idle = (SENSORS as readonly SensorSpec[]).filter((sensor) => !used.has(sensor.id));
  expect(idle.filter((sensor) => sensor.everyMin === undefined)).toEqual([]);
});

test('settings named are those of the statecharts', () => {
  const names = Object.fromEntries(
    Object.entries(SETTINGS_2021).map(([actor, settings]) => [actor, Object.keys(settings).sort()]),
  );
  const listed = Object.fromEntries(
    Object.entries(SETTING_NAMES).map(([actor, known]) => [actor, [...known].sort()]),
  );
  expect(listed).toEqual(names);
});

describe('shapes', () => {
  test.each([undefined, null, 3, 'x', [], {}])('%j is no play', (json) => {
    for (const name of Object.keys(playParts()) as (keyof PlayParts)[])
      expect(errorsOf({ ...playParts(), [name]: json })).not.toEqual([]);
  });

  test('an unknown word is named, with the one that was meant', () => {
    const errors = after('acts', 'acts', (acts) => {
      acts[0]!.costs = ['windowMised'];
      acts[1]!.effects[0].op = 'sens';
    });
    expect(errors).toMatchObject([
      { code: 'notOneOf', path: 'acts[0].costs[0]', found: 'windowMised', nearest: 'windowMissed' },
      { code: 'notOneOf', path: 'acts[1].effects[0].op', found: 'sens', nearest: 'sense' },
    ]);
  });

  test('an act without a cost is refused', () => {
    const errors = after('acts', 'acts', (acts) => {
      acts[2]!.costs = [];
    });
    expect(errors).toMatchObject([{ code: 'empty', path: 'acts[2].costs' }]);
  });

  test('a field left out or added is named', () => {
    const errors = after('dilemmas', 'dilemmas', (dilemmas) => {
      delete dilemmas[0]!.window;
      dilemmas[1]!.hint = 'x';
    });
    expect(errors.map((error) => `${error.code} ${error.path}`).sort()).toEqual([
      'missing dilemmas[0].window',
      'unknownField dilemmas[1].hint',
    ]);
  });

  test('another format is refused, and the file is named', () => {
    const parts = playParts();
    (parts.events as Json).format = 2;
    expect(errorsOf(parts)).toMatchObject([{ path: 'events.format', found: '2' }]);
  });
});

describe('what binds the parts', () => {
  const rollBack = indexOfAct('orange.rollBack');
  const throttle = indexOfAct('orange.throttle');
  const cases: readonly (readonly [
    string,
    keyof PlayParts,
    string,
    (entries: Entry[]) => void,
    Partial<ScenarioError>,
  ])[] = [
    [
      'people who are not there',
      'acts',
      'acts',
      (acts) => (acts[rollBack]!.needs.people = 9),
      { code: 'outOfRange', path: `acts[${rollBack}].needs.people`, expected: '≤ 2' },
    ],
    [
      'a pool of another seat',
      'acts',
      'acts',
      (acts) => (acts[rollBack]!.needs.pool = 'expert'),
      { code: 'notOneOf', path: `acts[${rollBack}].needs.pool`, nearest: 'experts' },
    ],
    [
      'an order that the world does not take',
      'acts',
      'acts',
      (acts) => (acts[throttle]!.effects[0].args = { share: 2 }),
      { code: 'outOfRange', path: `acts[${throttle}].effects[0].args.share` },
    ],
    [
      'a gate without a door',
      'acts',
      'acts',
      (acts) => delete acts[throttle]!.door,
      { code: 'missing', path: `acts[${throttle}].door` },
    ],
    [
      'a door that leads back',
      'acts',
      'acts',
      (acts) => (actNamed(acts, 'orange.declareRed').door = 'orange.openCell'),
      { code: 'notOneOf', path: `acts[${indexOfAct('orange.declareRed')}].door` },
    ],
    [
      'an event that the machine does not know',
      'acts',
      'acts',
      (acts) => (actNamed(acts, 'orange.openCell').effects[0].event = 'CEL_OPEN'),
      { code: 'notOneOf', nearest: 'CELL_OPEN' },
    ],
    [
      'people of a cell that need not be open',
      'acts',
      'acts',
      (acts) => delete actNamed(acts, 'ministry.hourlyPoint').needs.tags,
      { code: 'missing', expected: 'cicOpen' },
    ],
    [
      'an instrument of another seat',
      'acts',
      'acts',
      (acts) => (acts[rollBack]!.effects[0] = { op: 'sense', sensor: 'services.calls' }),
      { code: 'notOneOf', path: `acts[${rollBack}].effects[0].sensor` },
    ],
    [
      'two acts of one name',
      'acts',
      'acts',
      (acts) => acts.push(structuredClone(acts[0]!)),
      { code: 'duplicate', found: 'orange.readAlarms' },
    ],
    [
      'an option that is no act',
      'dilemmas',
      'dilemmas',
      (dilemmas) => (dilemmas[0]!.options[0].acts = ['orange.rolBack']),
      { code: 'notOneOf', path: 'dilemmas[0].options[0].acts[0]', nearest: 'orange.rollBack' },
    ],
    [
      'draws that do not sum to 1',
      'dilemmas',
      'dilemmas',
      (dilemmas) => (dilemmas[1]!.drawn[0].p = 0.5),
      { code: 'wrongSum', path: 'dilemmas[1].drawn' },
    ],
    [
      'a probability of what the world itself tells',
      'dilemmas',
      'dilemmas',
      (dilemmas) => (dilemmas[0]!.drawn[0].p = 0.5),
      { code: 'unknownField', path: 'dilemmas[0].drawn[0].p' },
    ],
    [
      'a default that is no option',
      'dilemmas',
      'dilemmas',
      (dilemmas) => (dilemmas[0]!.ignored = 'later'),
      { code: 'notOneOf', path: 'dilemmas[0].ignored' },
    ],
    [
      'a window that ends before it begins',
      'dilemmas',
      'dilemmas',
      (dilemmas) => (dilemmas[0]!.window = ['18:00', '17:00']),
      { code: 'wrongOrder', path: 'dilemmas[0].window[1]' },
    ],
    [
      'too few dilemmas',
      'dilemmas',
      'dilemmas',
      (dilemmas) => dilemmas.splice(0, dilemmas.length, ...dilemmas.filter(({ id }) => !/^A1\d$/.test(id))),
      { code: 'outOfRange', path: 'dilemmas (anssi)' },
    ],
    [
      'an event left out',
      'events',
      'events',
      (events) =>
        events.splice(
          events.findIndex(({ id }) => id === 'florist'),
          1,
        ),
      { code: 'wrongLength', expected: '16' },
    ],
    [
      'an event of no hour',
      'events',
      'events',
      (events) => delete events[1]!.at,
      { code: 'missing', path: 'events[1].at' },
    ],
    [
      'a measure of no parameter',
      'measures',
      'measures',
      (measures) => (measures[9]!.effects[3].name = 'go_round_set_up'),
      { code: 'notOneOf', path: 'measures[9].effects[3].name', nearest: 'go_around_set_up' },
    ],
    [
      'a measure left out',
      'measures',
      'measures',
      (measures) => measures.splice(1, 1),
      { code: 'wrongLength', expected: '25' },
    ],
    [
      'a rule on an unknown server',
      'doctrines',
      'doctrines',
      (doctrines) => (doctrines[0]!.rules[3].args = { servers: ['riems'] }),
      { code: 'notOneOf', path: 'doctrines[0].rules[3].args.servers[0]', nearest: 'reims' },
    ],
    [
      'a rule that leaves out what its act must be told',
      'doctrines',
      'doctrines',
      (doctrines) =>
        (doctrines[0]!.rules[3] = { ...doctrines[0]!.rules[3], act: 'orange.advisePublic', args: {} }),
      { code: 'missing', path: 'doctrines[0].rules[3].args.wording' },
    ],
    [
      'a rule with an argument of no order',
      'doctrines',
      'doctrines',
      (doctrines) => (doctrines[0]!.rules[3].args = { areas: ['59'] }),
      { code: 'notOneOf', path: 'doctrines[0].rules[3].args.areas' },
    ],
    [
      'a door with two keys',
      'doctrines',
      'doctrines',
      (doctrines) => (doctrines[0]!.rules[0].doors[0].person = 'liaison'),
      { code: 'wrongLength', path: 'doctrines[0].rules[0].doors[0]' },
    ],
    [
      'a doctrine left out',
      'doctrines',
      'doctrines',
      (doctrines) => doctrines.pop(),
      { code: 'missing', path: 'doctrines' },
    ],
    [
      'a first line that points nowhere',
      'seats',
      'seats',
      (seats) => (seats[0]!.lines[3].dilemma = 'O99'),
      { code: 'notOneOf', path: 'seats[0].lines[3].dilemma' },
    ],
  ];

  test.each(cases)('%s', (_, part, list, change, expected) => {
    const errors = after(part, list, change);
    expect(errors[0]).toMatchObject(expected);
  });
});
