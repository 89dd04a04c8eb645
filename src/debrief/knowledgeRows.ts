import { placesOf } from '../exercise/knowledge/claims.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { Statement } from '../exercise/knowledge/knowledge.ts';
import { CORE_SEATS, FACTS } from '../scenario/play/vocabulary.ts';
import type { FactType, SeatId } from '../scenario/play/vocabulary.ts';
import type { KnowledgeRow } from './debriefModel.ts';
import { heldBy } from './heldFacts.ts';
import type { HeldFact } from './heldFacts.ts';
import type { Truth } from './truth.ts';

type Cell = KnowledgeRow['seats'][SeatId];

/**
 * Who knew what when. A seat's cell is the first statement of the type that it held and that was true; failing that,
 * one that only later hours would have judged; failing that, the first it held, marked as false. Nothing is true before
 * the world is so: the column and the cells say the same.
 */
export function knowledgeRows(exercise: Exercise, truth: Truth): KnowledgeRow[] {
  return FACTS.map((fact) => {
    const since = trueSince(exercise, truth, fact);
    const seats = Object.fromEntries(
      CORE_SEATS.map((seat) => [seat, cellOf(exercise, truth, seat, fact, since)]),
    ) as Record<SeatId, Cell>;
    const said = Object.fromEntries(
      CORE_SEATS.map((seat) => [seat, firstSaid(exercise, truth, seat, fact, since)]),
    ) as KnowledgeRow['said'];
    return { fact, true: since, seats, said };
  });
}

function cellOf(
  exercise: Exercise,
  truth: Truth,
  seat: SeatId,
  fact: FactType,
  trueFrom: number | null,
): Cell {
  const held = [...heldBy(exercise, seat, fact, exercise.now), ...heardInPublic(exercise, seat, fact)].sort(
    (a, b) => a.since - b.since,
  );
  const { statements } = exercise.knowledge;
  const right = held.find(({ statement }) => isRight(truth, statements[statement]!, trueFrom));
  const pending = held.find(({ statement }) => !truth.isDue(statements[statement]!));
  const first = right ?? pending ?? held[0];
  if (first === undefined) return null;
  const { since, source, confidence, statement } = first;
  const places = placesOf(statements[statement]!.about);
  const wrong = held.find((each) => each !== right && truth.isDue(statements[each.statement]!));
  const falseAt = right !== undefined && wrong !== undefined && wrong.since < since ? wrong.since : null;
  return {
    at: since,
    source,
    confidence,
    wasTrue: right !== undefined,
    pending: right === undefined && pending !== undefined,
    falseAt,
    areas: fact === 'restored' && places !== null ? [...places] : null,
  };
}

/** How sure one is of what was only said in public. */
const PUBLICLY = 0.3;

/** What others said to everybody reached whoever played the seat: it stood on the table and in the main courante. */
function heardInPublic(exercise: Exercise, seat: SeatId, fact: FactType): HeldFact[] {
  if (!exercise.isPerson(seat)) return [];
  const { knowledge, state } = exercise;
  return state.publicWords
    .filter(({ by }) => by !== seat)
    .flatMap(({ at, statements }) =>
      statements
        .filter((index) => knowledge.statements[index]!.type === fact)
        .map((statement): HeldFact => ({
          fact,
          statement,
          arrived: at,
          since: at,
          saidAt: at,
          source: { kind: 'media' },
          confidence: PUBLICLY,
        })),
    );
}

/** When a seat first wrote or said it to others, whether or not it held it; what was so counts before what was not. */
function firstSaid(
  exercise: Exercise,
  truth: Truth,
  seat: SeatId,
  fact: FactType,
  trueFrom: number | null,
): KnowledgeRow['said'][SeatId] {
  const { statements } = exercise.knowledge;
  const said = exercise.messages.flatMap(({ author, statements: carried, sentAt }) =>
    author !== seat
      ? []
      : carried.flatMap((index) =>
          statements[index]!.type === fact
            ? [{ at: sentAt, wasTrue: isRight(truth, statements[index]!, trueFrom) }]
            : [],
        ),
  );
  return said.find(({ wasTrue }) => wasTrue) ?? said[0] ?? null;
}

/** Whether it was so, and not before the world was; "restored", said of places, is judged by them, not by the country. */
function isRight(truth: Truth, statement: Statement, trueFrom: number | null): boolean {
  const ofPlaces = statement.type === 'restored' && placesOf(statement.about) !== null;
  const begun = ofPlaces || (trueFrom !== null && statement.at >= trueFrom);
  return begun && truth.isDue(statement) && truth.holds(statement);
}

/** What people make true is true from the first true statement of it. */
function trueSince(exercise: Exercise, truth: Truth, fact: FactType): number | null {
  const since = truth.since(fact);
  if (since !== null) return since <= exercise.now ? since : null;
  const said = exercise.knowledge.statements.filter(
    (statement) =>
      MADE_BY_PEOPLE.includes(fact) &&
      statement.type === fact &&
      truth.isDue(statement) &&
      truth.holds(statement),
  );
  return said.length === 0 ? null : Math.min(...said.map(({ at }) => at));
}

const MADE_BY_PEOPLE: readonly FactType[] = [
  'emergency.tested',
  'workaround.number',
  'workaround.tested',
  'workaround.crosses',
  'workaround.withdrawn',
  'advice.public',
  'restoration.eta',
];
