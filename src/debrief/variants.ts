import type { ExerciseGround } from '../exercise/exercise.ts';
import { drawCause } from '../scenario/drawWorld.ts';
import type { DoctrineId, RuleSpec } from '../scenario/play/types.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { GivenCommand, Score } from './rerun.ts';

/** A score without one of its commands. */
export function without(score: Score, command: GivenCommand): Score {
  return { ...score, commands: score.commands.filter((each) => each !== command) };
}

/** A score with one more command, after those already given at that time. */
export function withCommand(score: Score, command: GivenCommand): Score {
  const after = score.commands.findIndex(({ at }) => at > command.at);
  const at = after < 0 ? score.commands.length : after;
  return { ...score, commands: [...score.commands.slice(0, at), command, ...score.commands.slice(at)] };
}

/** A score with a command in another's place, at its own time. */
export function instead(score: Score, command: GivenCommand, other: GivenCommand): Score {
  return withCommand(without(score, command), other);
}

/** Later than any evening: a rule that waits so long is never followed. */
const NEVER_MINUTES = 100_000;

/** The machines' rule is never followed, whoever holds it. Its place in the list stays: the others keep their luck. */
export function withoutRule(score: Score, id: string): Score {
  return withRule(score, id, (rule) => ({ ...rule, delay: NEVER_MINUTES, spread: 0, doors: [] }));
}

/** The machines follow the rule as soon as its condition holds. */
export function withPromptRule(score: Score, id: string): Score {
  return withRule(score, id, (rule) => ({ ...rule, delay: 0, spread: 0 }));
}

function withRule(score: Score, id: string, change: (rule: RuleSpec) => RuleSpec): Score {
  const { play } = score.ground;
  const changed = (rule: RuleSpec): RuleSpec => (rule.id === id ? change(rule) : rule);
  return onPlay(score, {
    doctrines: play.doctrines.map((doctrine) => ({ ...doctrine, rules: doctrine.rules.map(changed) })),
    measures: play.measures.map((measure) => ({
      ...measure,
      effects: measure.effects.map((effect) =>
        effect.op === 'rule' ? { ...effect, rule: changed(effect.rule) } : effect,
      ),
    })),
  });
}

/** The evening does not produce this event. */
export function withoutEvent(score: Score, id: string): Score {
  const events = score.ground.play.events.map((event) =>
    event.id === id ? { ...event, probability: 0 } : event,
  );
  return onPlay(score, { events });
}

/** A machine of this doctrine in a seat, and none of the commands that were given there. */
export function heldBy(score: Score, seat: SeatId, doctrine: DoctrineId): Score {
  const { setup } = score;
  return {
    ...score,
    setup: { ...setup, seats: { ...setup.seats, [seat]: { by: 'machine', doctrine } } },
    commands: score.commands.filter(
      ({ by, body }) => by !== seat && !(body.type === 'hold' && body.seat === seat),
    ),
  };
}

export function ofSeed(score: Score, seed: number): Score {
  return { ...score, setup: { ...score.setup, seed } };
}

/** Far enough not to be the evenings that neighbours in a class play. */
const SEED_STEP = 1_000_003;
/** Where a scenario draws its cause rarely, so many seeds are looked through. */
const MOST_LOOKED_AT = 200;

/** Other evenings to try the same commands on: `count` seeds, of the same cause where the scenario draws it. */
export function seedsAlike({ setup, ground }: Score, count: number): number[] {
  const cause = drawCause(ground.file, setup.seed);
  const seeds: number[] = [];
  for (let n = 1; n <= MOST_LOOKED_AT && seeds.length < count; n++) {
    const seed = (setup.seed + n * SEED_STEP) % 0xffffffff;
    if (drawCause(ground.file, seed) === cause) seeds.push(seed);
  }
  return seeds;
}

export function withMeasures(score: Score, measures: readonly string[]): Score {
  return { ...score, setup: { ...score.setup, measures } };
}

function onPlay(score: Score, change: Partial<ExerciseGround['play']>): Score {
  return { ...score, ground: { ...score.ground, play: { ...score.ground.play, ...change } } };
}
