import { createActors } from '../actors/host.ts';
import { ACTORS } from '../actors/machines.ts';
import type { InstanceId } from '../actors/machines.ts';
import type { Callers } from '../callflow/callers.ts';
import type { WorldSpec } from '../callflow/spec.ts';
import { listErrorsOf } from '../callflow/circumstances.ts';
import { createEvening } from '../callflow/evening.ts';
import type { Arrays } from '../kernel/arrays.ts';
import { canonicalJson } from '../kernel/canonicalJson.ts';
import { err, ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { clockText, MINUTE } from '../kernel/time.ts';
import { compileWorld } from '../scenario/compile.ts';
import { drawWorld } from '../scenario/drawWorld.ts';
import { unknownName } from '../scenario/errors.ts';
import type { ScenarioError } from '../scenario/errors.ts';
import type { ParameterSet } from '../scenario/parameters.ts';
import type { Trait } from '../scenario/play/choices.ts';
import { SENSORS } from '../scenario/play/sensors.ts';
import type { DoctrineId } from '../scenario/play/types.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { ScenarioFile } from '../scenario/schema.ts';
import type { Territory } from '../scenario/territory.ts';
import { drawEvening } from './events/drawEvening.ts';
import { beginPlay } from './events/events.ts';
import { Exercise } from './exercise.ts';
import type { ExerciseGround, Opening } from './exercise.ts';
import { noKnowledge } from './knowledge/knowledge.ts';
import { enterSteps, operationOrders } from './events/operation.ts';
import { peopleOf } from './people/people.ts';
import { preparedness, preparedWorld } from './preparedness.ts';
import { enterReliefs } from './people/relief.ts';
import { instrumentTraits, withPatch, withTraits } from './instruments/traits.ts';
import { Schedule } from './schedule.ts';
import { HOLDERS } from './seat.ts';
import type { HolderId } from './seat.ts';
import type { ExerciseSetup } from './setup.ts';
import type { ExerciseState } from './state.ts';

export type { ExerciseGround } from './exercise.ts';

/** Doctrine of who is nobody's seat when every seat is a person's. */
const WILLING: DoctrineId = 'willing-2021';

/** An exercise and the orders that nobody at the table gives. */
export interface Opened {
  readonly opening: Opening;
  readonly orders: Parameters<typeof createEvening>[2];
}

/** An exercise is played within the world's own evening, or it would never end. */
function outsideClock({ from, to }: ExerciseSetup, { start, end }: WorldSpec['clock']): ScenarioError | null {
  const expected = `${clockText(start)}..${clockText(end)}`;
  if (from < start || from >= to)
    return { code: 'outsideClock', path: 'from', expected, found: clockText(from) };
  return to > end ? { code: 'outsideClock', path: 'to', expected, found: clockText(to) } : null;
}

/** What a setup makes of its ground: the world with its measures, the cause, the home département. */
export function openingOf(setup: ExerciseSetup, ground: ExerciseGround): Result<Opened, ScenarioError[]> {
  const { file, territory, play } = ground;
  const known = play.measures.map(({ id }) => id);
  const strangers = setup.measures.filter((id) => !known.includes(id));
  if (strangers.length > 0) return err(strangers.map((id) => unknownName('notOneOf', 'measures', id, known)));
  const measured = preparedness(play.measures.filter(({ id }) => setup.measures.includes(id)));
  // The cause is drawn of the compiled world: it settles outcomes, never what the world is compiled of.
  const drawn = drawEvening(play, setup.seed, 'bug');
  const counted: Trait = { op: 'parameter', name: 'worried_factor', factor: play.rules.played.worried };
  const prepared = withTraits(measured, [counted, ...drawn.traits], file);
  const world = compiledOnce(file, territory, { ...prepared.parameters, ...setup.set });
  if (!world.ok) return world;
  const outside = outsideClock(setup, world.value.spec.clock);
  if (outside !== null) return err([outside]);
  const tonight = drawWorld(world.value, setup.seed);
  const spec = withPatch(preparedWorld(tonight.spec, prepared), drawn.traits);
  const areas = spec.areas.map(({ code }) => code);
  const isHeld = setup.seats.services.by === 'person';
  const chosen = areas.indexOf(setup.home);
  if (isHeld && chosen < 0) return err([unknownName('unknownArea', 'home', setup.home, areas)]);
  // Machines that hold every département look where most people live, among those behind the bridge.
  const busiest = (other: number): number =>
    spec.areas.reduce(
      (best, { technology, population }, area) =>
        area !== other && technology === 'copper' && (best < 0 || population > spec.areas[best]!.population)
          ? area
          : best,
      -1,
    );
  const home = isHeld ? chosen : busiest(-1);
  const opening: Opening = {
    setup,
    ground,
    spec,
    preparedness: prepared,
    cause: tonight.cause,
    drawn:
      tonight.cause === 'bug'
        ? drawn
        : { ...drawn, outcomes: drawEvening(play, setup.seed, tonight.cause).outcomes },
    traits: instrumentTraits(drawn.traits),
    home,
    roomsHome: busiest(home),
  };
  return ok({ opening, orders: tonight.orders });
}

type Compiled = ReturnType<typeof compileWorld>;
/** Worlds already compiled: seeds come by hundreds on the same one. */
const compiled = new WeakMap<ScenarioFile, Map<string, Compiled>>();

function compiledOnce(file: ScenarioFile, territory: Territory, set: ParameterSet): Compiled {
  let known = compiled.get(file);
  if (known === undefined) compiled.set(file, (known = new Map()));
  const key = canonicalJson(set);
  const world = known.get(key) ?? compileWorld(file, territory, set);
  known.set(key, world);
  return world;
}

/** Callers who may come by loads (the curious, a storm) before the world's arrays are made longer: more than most evenings bring. */
const SPARE = 4096;

/**
 * Applies measures, draws the cause, opens the world, machines and people: an exercise at DEBEX. `callers` come of another
 * evening of the same seed; `arrays` are those of evenings that nobody reads any longer.
 */
export function openExercise(
  setup: ExerciseSetup,
  ground: ExerciseGround,
  callers?: Callers,
  arrays?: Arrays,
): Result<Exercise, ScenarioError[]> {
  const opened = openingOf(setup, ground);
  if (!opened.ok) return opened;
  const { opening, orders } = opened.value;
  const servers = opening.spec.network.servers.map(({ id }) => id);
  const entered = operationOrders(orders, opening.preparedness, servers);
  const evening = createEvening(opening.spec, setup.seed, entered, callers, SPARE, arrays);
  // Where an evening's places are drawn, so is how far each département's list can be trusted.
  if (opening.ground.file.causes !== undefined)
    for (const each of listErrorsOf(opening.spec, setup.seed)) evening.enterCircumstance(each, evening.now);
  evening.runTo(setup.from);
  const exercise = new Exercise(opening, evening, stateAtDebex(opening), new Schedule());
  lookFromStart(exercise);
  enterReliefs(exercise);
  enterSteps(exercise, orders);
  for (const { seat, tag } of opening.preparedness.startTags) exercise.tell(seat, { type: 'START', tag });
  for (const [holder, doctrine] of seated(setup)) exercise.seat(holder, doctrine);
  beginPlay(exercise);
  return ok(exercise);
}

/** Machines at the start, the rooms' and the other operators' among them: these follow the doctrine of the first machine. */
function seated({ seats }: ExerciseSetup): [HolderId, DoctrineId][] {
  const own = CORE_SEATS.flatMap((seat): [HolderId, DoctrineId][] => {
    const holder = seats[seat];
    return holder.by === 'machine' ? [[seat, holder.doctrine]] : [];
  });
  const others = own[0]?.[1] ?? WILLING;
  if (seats.services.by === 'person') own.push(['rooms', others]);
  own.push(['operators', others]);
  return own;
}

const forEach = <T>(value: () => T): Record<HolderId, T> =>
  Object.fromEntries(HOLDERS.map((holder) => [holder, value()])) as Record<HolderId, T>;

function stateAtDebex({ setup, ground, preparedness: { settings } }: Opening): ExerciseState {
  const { pools, operators } = ground.play;
  const rooms = setup.seats.services.by === 'person';
  const instances: readonly InstanceId[] = rooms ? [...ACTORS, 'rooms'] : ACTORS;
  const roomPools = pools
    .filter(({ seat }) => seat === 'services')
    .map((pool) => ({ ...pool, seat: 'rooms' as const }));
  return {
    knowledge: noKnowledge(),
    forgotten: [],
    people: peopleOf([...pools, ...roomPools, ...operators.pools]),
    messages: [],
    acts: [],
    actors: createActors(instances, settings, setup.from),
    players: {},
    reasons: [],
    trust: { stateToOperator: 'given', servicesToState: 'given', publicToAdvice: 'given' },
    authorities: forEach(() => []),
    contacts: forEach(() => ({})),
    milestones: {},
    contentMilestones: {},
    choices: [],
    beats: [],
    events: [],
    journal: { orange: [], ministry: [], anssi: [], services: [] },
    voice: [],
    looks: {},
    estimates: [],
    corrections: { stateToOperator: 0, servicesToState: 0, publicToAdvice: 0 },
    publicWords: [],
    contradictions: [],
    lent: [],
    curiousPercent: 0,
    turningAway: false,
    traces: 'there',
    testedFrom: {},
    spread: [],
    spent: [],
    publishedAt: null,
    doubtedAt: null,
    operationHalted: false,
    changed: [...HOLDERS],
    finishedAt: null,
  };
}

/** Looks are spread over the first minutes: people do not all look at once. */
function lookFromStart(exercise: Exercise): void {
  const { sensors } = exercise.preparedness;
  exercise.schedule.add(exercise.now, { kind: 'meter' });
  SENSORS.forEach((sensor, index) => {
    const at = exercise.now + (index % 5) * MINUTE;
    if ('everyMin' in sensor)
      exercise.schedule.add(at, {
        kind: 'look',
        sensor: sensor.id,
        every: sensor.everyMin * MINUTE,
        late: 0,
      });
    const switched = sensors.find((each) => each.sensor === sensor.id);
    if (switched)
      exercise.schedule.add(at, {
        kind: 'look',
        sensor: sensor.id,
        every: WATCHED_EVERY,
        late: switched.delayMin * MINUTE,
      });
  });
}

/** An instrument that a measure switched on is looked at this often. */
const WATCHED_EVERY = 5 * MINUTE;
