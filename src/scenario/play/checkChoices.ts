import { type ScenarioError, show } from '../errors.ts';
import { checkArgs } from './checkArgs.ts';
import { Findings } from './checking.ts';
import { checkDid, checkOutcome, checkSaid, checkWorld } from './checkWorld.ts';
import type { DilemmaSpec, EventSpec, OutcomeSpec, TriggerSpec } from './choices.ts';
import type { Play } from './types.ts';
import { CORE_SEATS } from './vocabulary.ts';
import type { SeatId } from './vocabulary.ts';

/** Exercise rules §5: at least ten dilemmas a seat, sixteen events. */
const FEWEST_DILEMMAS = 10;
const EVENT_COUNT = 16;
/** Probabilities are written with two decimals. */
const TOLERANCE = 1e-6;

/** Dilemmas, events and mail: what an evening puts before people. */
export function checkChoices(play: Play): ScenarioError[] {
  const found = new Findings();
  checkDilemmas(found, play);
  checkEvents(found, play);
  checkEnvelopes(found, play);
  return found.errors;
}

function checkDilemmas(found: Findings, play: Play): void {
  found.once(
    'dilemmas',
    play.dilemmas.map((dilemma) => dilemma.id),
    'id',
  );
  for (const seat of CORE_SEATS) {
    const count = play.dilemmas.filter((dilemma) => dilemma.seat === seat).length;
    found.range(`dilemmas (${seat})`, `≥ ${FEWEST_DILEMMAS}`, count, count >= FEWEST_DILEMMAS);
  }
  play.dilemmas.forEach((dilemma, i) => {
    const path = `dilemmas[${i}]`;
    const acts = play.acts.filter((act) => act.seat === dilemma.seat);
    const ids = acts.map((act) => act.id);
    const options = dilemma.options.map((option) => option.id);
    found.order(`${path}.window[1]`, dilemma.window[0], dilemma.window[1]);
    checkTrigger(found, `${path}.trigger`, dilemma.seat, dilemma.trigger, play);
    if (dilemma.letter !== undefined) {
      checkTrigger(found, `${path}.letter.trigger`, dilemma.seat, dilemma.letter.trigger ?? {}, play);
      checkSaid(found, `${path}.letter.facts`, dilemma.letter.facts, false);
    }
    checkDid(found, `${path}.settled`, dilemma.settled, play);
    found.once(`${path}.options`, options, 'id');
    dilemma.options.forEach((option, j) => {
      const here = `${path}.options[${j}]`;
      option.acts.forEach((act, k) => found.known(`${here}.acts[${k}]`, act, ids));
      if (option.answeredBy !== undefined) found.known(`${here}.answeredBy`, option.answeredBy, option.acts);
      const chosen = acts.filter((act) => option.acts.includes(act.id));
      checkArgs(found, `${here}.args`, option.args, chosen);
    });
    if (dilemma.ignored !== null) found.known(`${path}.ignored`, dilemma.ignored, options);
    checkDrawn(found, path, dilemma.drawn, dilemma.source === undefined, options, play);
    checkSource(found, `${path}.source`, dilemma, play);
  });
}

function checkTrigger(
  found: Findings,
  path: string,
  seat: SeatId,
  { tags, event, given }: TriggerSpec,
  play: Play,
): void {
  found.tags(`${path}.tags`, seat, tags);
  const events = play.events.map(({ id }) => id);
  if (event !== undefined) found.known(`${path}.event`, event, events);
  checkDid(found, `${path}.given`, given, play);
}

/** Probabilities sum to one when the outcome is drawn here, and are not written when it comes from elsewhere. */
function checkDrawn(
  found: Findings,
  path: string,
  drawn: readonly OutcomeSpec[],
  here: boolean,
  options: readonly string[],
  play: Play,
): void {
  drawn.forEach((outcome, j) => {
    if (here && outcome.p === undefined) found.missing(`${path}.drawn[${j}].p`, 'p');
    if (!here && outcome.p !== undefined)
      found.errors.push({
        code: 'unknownField',
        path: `${path}.drawn[${j}].p`,
        expected: '—',
        found: 'p',
      });
    checkOutcome(found, `${path}.drawn[${j}]`, outcome, options, play);
  });
  const sum = drawn.reduce((total, { p }) => total + (p ?? 0), 0);
  if (here && drawn.length > 0 && Math.abs(sum - 1) > TOLERANCE)
    found.errors.push({ code: 'wrongSum', path: `${path}.drawn`, expected: '1', found: show(sum) });
  found.once(
    `${path}.drawn`,
    drawn.map(({ outcome }) => outcome),
    'outcome',
  );
}

function checkSource(found: Findings, path: string, { source, drawn, id }: DilemmaSpec, play: Play): void {
  if (source === undefined) return;
  const outcomes = drawn.map(({ outcome }) => outcome);
  switch (source.by) {
    case 'cause':
      found.known(`${path}.attack`, source.attack, outcomes);
      found.known(`${path}.otherwise`, source.otherwise, outcomes);
      break;
    case 'event':
      found.known(
        `${path}.event`,
        source.event,
        play.events.map((event) => event.id),
      );
      found.known(`${path}.drawn`, source.drawn, outcomes);
      found.known(`${path}.otherwise`, source.otherwise, outcomes);
      break;
    case 'dilemma': {
      const others = play.dilemmas.filter((other) => other.id !== id && other.source === undefined);
      const known = others.map((other) => other.id);
      if (!found.known(`${path}.dilemma`, source.dilemma, known)) break;
      for (const { outcome } of others[known.indexOf(source.dilemma)]!.drawn)
        if (source.same[outcome] === undefined) found.missing(`${path}.same.${outcome}`, outcome);
        else found.known(`${path}.same.${outcome}`, source.same[outcome], outcomes);
      break;
    }
    default:
  }
}

function checkEvents(found: Findings, play: Play): void {
  found.size('events', EVENT_COUNT, play.events.length);
  found.once(
    'events',
    play.events.map((event) => event.id),
    'id',
  );
  found.once(
    'events',
    play.events.map((event) => String(event.number)),
    'number',
  );
  play.events.forEach((event, i) => {
    const path = `events[${i}]`;
    if (event.at === undefined && event.window === undefined) found.missing(`${path}.at`, 'at, window');
    if (event.at !== undefined && event.window !== undefined)
      found.errors.push({ code: 'unknownField', path: `${path}.window`, expected: '—', found: 'window' });
    if (event.window !== undefined) found.order(`${path}.window[1]`, event.window[0], event.window[1]);
    event.beat.forEach((seat, j) => found.known(`${path}.beat[${j}]`, seat, event.to));
    checkConditions(found, path, event, play);
    checkSaid(found, `${path}.message.facts`, event.message?.facts ?? [], true);
    checkWorld(found, `${path}.effects`, event.effects, play, true);
    event.follows.forEach((phase, j) => {
      checkConditions(found, `${path}.follows[${j}]`, phase, play);
      checkWorld(found, `${path}.follows[${j}].effects`, phase.effects, play, true);
    });
    checkDrawn(found, path, event.drawn, true, [], play);
  });
}

function checkConditions(
  found: Findings,
  path: string,
  on: Pick<EventSpec, 'unless' | 'given'>,
  play: Play,
): void {
  for (const key of ['unless', 'given'] as const) {
    const condition = on[key];
    checkDid(found, `${path}.${key}`, condition, play);
  }
}

function checkEnvelopes(found: Findings, play: Play): void {
  found.once(
    'envelopes',
    play.envelopes.map((envelope) => envelope.id),
    'id',
  );
  play.envelopes.forEach((envelope, i) => {
    const path = `envelopes[${i}]`;
    found.order(`${path}.window[1]`, envelope.window[0], envelope.window[1]);
    checkSaid(found, `${path}.facts`, envelope.facts, false);
    checkConditions(found, path, envelope, play);
    checkWorld(found, `${path}.unanswered.effects`, envelope.unanswered?.effects ?? [], play, false);
  });
}
