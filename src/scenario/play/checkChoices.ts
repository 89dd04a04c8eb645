import { type ScenarioError, show } from '../errors.ts';
import { checkArgs } from './checkArgs.ts';
import { checkEffects } from './checkEffects.ts';
import { Findings } from './checking.ts';
import type { Play } from './types.ts';
import { CORE_SEATS } from './vocabulary.ts';

/** Exercise rules §5: at least ten dilemmas a seat, sixteen events. */
const FEWEST_DILEMMAS = 10;
const EVENT_COUNT = 16;
/** Probabilities are written with two decimals. */
const TOLERANCE = 1e-6;

/** Dilemmas and events: what an evening puts before people. */
export function checkChoices(play: Play): ScenarioError[] {
  const found = new Findings();
  checkDilemmas(found, play);
  checkEvents(found, play);
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
    found.tags(`${path}.trigger.tags`, dilemma.seat, dilemma.trigger.tags);
    found.once(`${path}.options`, options, 'id');
    dilemma.options.forEach((option, j) => {
      const here = `${path}.options[${j}]`;
      option.acts.forEach((act, k) => found.known(`${here}.acts[${k}]`, act, ids));
      const chosen = acts.filter((act) => option.acts.includes(act.id));
      checkArgs(found, `${here}.args`, option.args, chosen);
    });
    if (dilemma.ignored !== null) found.known(`${path}.ignored`, dilemma.ignored, options);
    const sum = dilemma.drawn.reduce((total, { p }) => total + p, 0);
    if (Math.abs(sum - 1) > TOLERANCE)
      found.errors.push({ code: 'wrongSum', path: `${path}.drawn`, expected: '1', found: show(sum) });
    found.once(
      `${path}.drawn`,
      dilemma.drawn.map(({ outcome }) => outcome),
      'outcome',
    );
  });
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
    for (const key of ['unless', 'given'] as const) {
      const condition = event[key];
      if (condition !== undefined) found.tags(`${path}.${key}.tags`, condition.seat, condition.tags);
    }
    checkEffects(found, `${path}.effects`, event.effects, null, play);
  });
}
