import type { Exercise } from '../exercise/exercise.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { actsOf } from './seat/acts.ts';
import { beliefsOf } from './seat/areas.ts';
import { choicesOf } from './seat/choices.ts';
import { factViews, factsOf } from './seat/facts.ts';
import { gaugesOf } from './seat/gauges/index.ts';
import { handlesOf } from './seat/handles.ts';
import { journalOf } from './seat/journal.ts';
import { laddersOf } from './seat/ladders.ts';
import { inTrayOf, sentOf } from './seat/messages.ts';
import { numbersOf } from './seat/numbers.ts';
import { offersOf } from './seat/offers.ts';
import { sayerOf } from './seat/says.ts';
import { poolsOf } from './seat/pools.ts';
import { publicWordsOf } from './seat/publicWords.ts';
import { queueOf } from './seat/queue.ts';
import { trustOf } from './seat/trust.ts';
import { waitingOf } from './seat/waiting.ts';
import type { SeatView } from './seatView.ts';

/**
 * All that a seat sees of an exercise now, built field by field from nothing, the same for a person and for a machine.
 * Only the seat's own people, acts, messages, knowledge and instruments are read; nothing is changed.
 */
export function project(exercise: Exercise, seat: SeatId): SeatView {
  const facts = factsOf(exercise, seat);
  const handles = handlesOf(exercise, seat, facts);
  const tags = exercise.tagsOf(seat);
  const says = sayerOf(exercise, seat);
  return {
    seat,
    at: exercise.now,
    finished: exercise.finished,
    tags: [...tags].sort(),
    ladders: laddersOf(seat, tags),
    pools: poolsOf(exercise, seat),
    acts: actsOf(exercise, seat, handles),
    queue: queueOf(exercise, seat),
    offers: offersOf(exercise, seat, facts, says),
    choices: choicesOf(exercise, seat, says),
    inTray: inTrayOf(exercise, seat, handles),
    sent: sentOf(exercise, seat, handles),
    facts: factViews(exercise, seat, facts, handles),
    areas: beliefsOf(facts, exercise.spec, exercise.now),
    numbers: numbersOf(facts),
    gauges: gaugesOf(exercise, seat, facts),
    trust: trustOf(exercise, seat),
    waiting: waitingOf(exercise, seat, handles),
    journal: journalOf(exercise, seat, handles).toReversed(),
    publicWords: publicWordsOf(exercise, seat),
    beats: exercise.beats.filter((beat) => beat.seat === seat).map(({ id, at, kind }) => ({ id, at, kind })),
  };
}
