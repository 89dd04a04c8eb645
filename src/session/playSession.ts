import { buildDebrief } from '../debrief/buildDebrief.ts';
import type { CommandBody } from '../exercise/commands.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { LogLine, SessionLine } from '../exercise/log/logFormat.ts';
import { settledSetup } from '../exercise/home.ts';
import { hashExercise } from '../exercise/log/parts.ts';
import { readLog } from '../exercise/log/readLog.ts';
import type { ReadLog } from '../exercise/log/readLog.ts';
import { Recorder } from '../exercise/log/recorder.ts';
import { replay } from '../exercise/log/replay.ts';
import type { ExerciseSetup } from '../exercise/setup.ts';
import type { Beat } from '../exercise/state.ts';
import { planOf } from '../exercise/tempo/tempo.ts';
import { SECOND } from '../kernel/time.ts';
import { playInfo } from '../scenario/play/info.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { recap } from '../view/recap.ts';
import { engineCommand } from '../view/seat/handles.ts';
import { branchOf } from './branch.ts';
import { failure, scenarioFailures } from './failures.ts';
import { catalogue, groundOf } from './ground.ts';
import type { OpenGround } from './ground.ts';
import { hasCome, JumpWatch, stopOf } from './jumpStops.ts';
import { paceOf } from './pace.ts';
import type { Pace } from './pace.ts';
import type { DebriefTask } from './debriefWorker.ts';
import { setupNow } from './setupNow.ts';
import type { ClockView, EarlierTry, PlayReport, PlayRequest, StopView } from './playProtocol.ts';
import { promiseStops } from './promiseStops.ts';
import { SeatViews } from './seatViews.ts';

/** A pause of the wall clock longer than this (a sleeping tab) is not caught up. */
const LONGEST_STEP_MS = 250;
/** Views and clocks while time runs: ten a second at most. */
const VIEW_MS = 100;
/** Exercise time computed between two looks for a beat: what a pause may come late by. */
const SLICE = 5 * SECOND;

/** The exercise that is open, and what is held of it here. */
interface Held {
  readonly recorder: Recorder;
  readonly open: OpenGround;
  readonly seats: readonly SeatId[];
  readonly views: SeatViews;
  /** The try that it was taken up from, if any. */
  readonly earlier: EarlierTry | null;
}

/**
 * One exercise: turns wall time into exercise time, stops at beats, carries out commands and answers each at once with
 * the view it makes. It has no timer of its own: whoever holds it calls `tick` with a wall clock (ms since 1970) that
 * only goes forward, and sends what it returns.
 */
export class PlaySession {
  private held: Held | null = null;
  private playing = false;
  private chosen: number | null = null;
  private composing = false;
  private touchedAt = 0;
  private automaticPause = true;
  private beat: ClockView['beat'] = null;
  private realEvent = false;
  private lastTick: number | null = null;
  /** Exercise time owed beyond whole ms. */
  private remainder = 0;
  private shownAt = -VIEW_MS;
  private sentLines = 0;
  private seenBeats = 0;
  private seenChoices = 0;
  /** Beats whose letter is on its way. */
  private coming: readonly Beat[] = [];
  private readonly build: string;

  /** `build`: version of the product, for the header of the logs. */
  constructor(build: string) {
    this.build = build;
  }

  /** Answers a request; an error or a refusal leaves everything as it was. `now`: the wall clock. */
  handle(request: PlayRequest, now: number): PlayReport[] {
    if (request.type === 'catalogue') return this.catalogue();
    if (request.type === 'open') return this.open(request.setup, request.guided, now);
    if (request.type === 'resume') return this.resume(request, now);
    const { held } = this;
    if (held === null) return [failure('notStarted', { found: request.type })];
    const { exercise } = held.recorder;
    if (request.type === 'hash') return [{ type: 'hash', at: exercise.now, hash: hashExercise(exercise) }];
    if (request.type === 'debrief')
      return [
        {
          type: 'debrief',
          part: 'core',
          model: buildDebrief(exercise, { lines: held.recorder.log.lines() }),
        },
      ];
    if (request.type === 'branch') return this.branch(held, request, now);
    if (request.type === 'resumeReal') {
      if (this.realEvent) this.note('resume', {}, now);
      this.realEvent = false;
      return this.report(held, now);
    }
    if (this.realEvent) return [failure('realEvent')];
    if (request.type === 'command') return this.command(held, request, now);
    if (request.type === 'jump') return this.jump(held, request.to, now);
    return this.clockRequest(held, request, now);
  }

  /** Plays on to the wall time `now`: what changed of views, clock and log. */
  tick(now: number): PlayReport[] {
    const { held } = this;
    const since = this.lastTick === null ? 0 : Math.min(LONGEST_STEP_MS, now - this.lastTick);
    this.lastTick = now;
    if (held === null || !this.playing || since <= 0) return [];
    const { exercise } = held.recorder;
    const owed = since * this.pace(held).speed + this.remainder;
    const whole = Math.floor(owed);
    this.remainder = owed - whole;
    this.advance(held, exercise.now + whole, this.automaticPause ? planOf(exercise).pausesAt : []);
    if (!this.playing) this.note('pause', this.beat === null ? {} : { beat: this.beat.id }, now);
    if (this.playing && now - this.shownAt < VIEW_MS) return this.lines(held);
    return this.report(held, now);
  }

  /** The log up to that clock time, and the try before it, for whoever computes from them elsewhere. */
  task(at: number): DebriefTask {
    const earlier = this.held?.earlier ?? null;
    return { text: this.held?.recorder.log.toText() ?? '', at, ...(earlier === null ? {} : { earlier }) };
  }

  private catalogue(): PlayReport[] {
    const found = catalogue();
    return found.ok ? [{ type: 'catalogue', catalogue: found.value }] : scenarioFailures(found.error);
  }

  private open(asked: ExerciseSetup, guided: boolean, now: number): PlayReport[] {
    const open = groundOf(asked.scenario);
    if (!open.ok) return scenarioFailures(open.error);
    const setup = settledSetup(asked, open.value.ground);
    if (!setup.ok) return scenarioFailures(setup.error);
    const recorder = Recorder.open(setup.value, open.value.ground, this.build, now);
    if (!recorder.ok) return scenarioFailures(recorder.error);
    return this.take(recorder.value, open.value, { guided, resumedAt: null, earlier: null }, now);
  }

  private resume({ text, at, earlier }: Extract<PlayRequest, { type: 'resume' }>, now: number): PlayReport[] {
    const read = readLog(text);
    if (!read.ok) return [failure(read.error.code, read.error.params)];
    const { setup } = read.value.header;
    const open = groundOf(setup.scenario);
    if (!open.ok) return scenarioFailures(open.error);
    const replayed = replay(read.value, open.value.ground);
    if (!replayed.ok) return [failure(replayed.error.code, replayed.error.params)];
    const recorder = new Recorder(replayed.value.exercise, replayed.value.log);
    if (at !== undefined) recorder.runTo(at);
    const { now: resumedAt } = recorder.exercise;
    recorder.session('join', {}, now);
    const told = this.take(recorder, open.value, { guided: false, resumedAt, earlier: earlier ?? null }, now);
    const { truncatedAt } = read.value;
    return truncatedAt === null ? told : [...told, failure('logTruncated', { line: truncatedAt })];
  }

  private branch(
    held: Held,
    { at, to, seat }: Extract<PlayRequest, { type: 'branch' }>,
    now: number,
  ): PlayReport[] {
    const { exercise, log } = held.recorder;
    if (at < exercise.setup.from || at > exercise.now)
      return [failure('branchTime', { at, from: exercise.setup.from, to: exercise.now })];
    const read: ReadLog = { header: log.header, lines: log.lines(), truncatedAt: null };
    const recorder = branchOf(read, held.open.ground, {
      at,
      to: to ?? exercise.setup.to,
      build: this.build,
      wall: now,
      ...(seat === undefined ? {} : { seat }),
    });
    if (!recorder.ok) return [failure(recorder.error.code, recorder.error.params)];
    // Played on from its end, it is the same try.
    const earlier = at === exercise.now ? held.earlier : { text: log.toText(), at: exercise.now, from: at };
    return this.take(recorder.value, held.open, { guided: false, resumedAt: at, earlier }, now);
  }

  /** From now on this exercise is the one held, standing still. */
  private take(
    recorder: Recorder,
    open: OpenGround,
    { guided, resumedAt, earlier }: { guided: boolean; resumedAt: number | null } & Pick<Held, 'earlier'>,
    now: number,
  ): PlayReport[] {
    const { exercise } = recorder;
    const seats = CORE_SEATS.filter((seat) => exercise.isPerson(seat));
    const held: Held = { recorder, open, seats, views: new SeatViews(), earlier };
    this.held = held;
    this.playing = false;
    this.chosen = null;
    this.composing = false;
    this.touchedAt = exercise.now;
    this.beat = null;
    this.realEvent = false;
    this.remainder = 0;
    this.sentLines = 0;
    this.seenBeats = exercise.beats.length;
    this.seenChoices = exercise.choices.length;
    this.coming = [];
    const { info, ground } = open;
    return [
      {
        type: 'opened',
        setup: setupNow(exercise),
        scenario: info,
        play: playInfo(ground.play),
        seats,
        guided,
        resumedAt,
      },
      ...this.report(held, now),
    ];
  }

  private command(
    held: Held,
    { seat, id, body }: Extract<PlayRequest, { type: 'command' }>,
    now: number,
  ): PlayReport[] {
    if (!held.seats.includes(seat))
      return [{ type: 'refused', id, refusal: { code: 'notYours', params: {} } }];
    const { recorder } = held;
    const meant: CommandBody = engineCommand(recorder.exercise, seat, body);
    const refusal = recorder.command(seat, meant, id, now);
    if (refusal !== null) return [{ type: 'refused', id, refusal }];
    if (body.type === 'choose' && this.beat?.id === body.dilemma) this.beat = null;
    return [{ type: 'accepted', id }, ...this.report(held, now)];
  }

  private jump(held: Held, to: number | 'beat', now: number): PlayReport[] {
    const { exercise } = held.recorder;
    const from = exercise.now;
    const end = exercise.setup.to;
    this.note('jump', { to: to === 'beat' ? 'beat' : to }, now);
    this.playing = false;
    this.beat = null;
    const kinds = planOf(exercise).pausesAt;
    if (to === 'beat')
      this.advance(
        held,
        end,
        kinds.length > 0 ? [...kinds, ...NEVER_PASSED] : ANY_BEAT,
        new JumpWatch(exercise, held.seats),
      );
    else this.advance(held, Math.min(end, Math.max(from, to)), []);
    this.touchedAt = exercise.now;
    // The log says where the clock stands: a file closed here opens here.
    this.note('pause', {}, now);
    this.lastTick = null;
    return [
      ...this.report(held, now),
      ...held.seats.map((seat): PlayReport => ({
        type: 'recap',
        seat,
        recap: recap(exercise, seat, from, exercise.now),
      })),
    ];
  }

  private clockRequest(
    held: Held,
    request: Extract<
      PlayRequest,
      { type: 'play' | 'pause' | 'speed' | 'composing' | 'automaticPause' | 'realEvent' | 'finish' }
    >,
    now: number,
  ): PlayReport[] {
    const { recorder } = held;
    this.touchedAt = recorder.exercise.now;
    switch (request.type) {
      case 'play':
        if (recorder.exercise.finished) break;
        if (!this.playing) this.note('play', {}, now);
        this.playing = true;
        this.beat = null;
        this.lastTick = null;
        break;
      case 'pause':
        if (this.playing) this.note('pause', {}, now);
        this.playing = false;
        break;
      case 'speed':
        this.chosen = request.value;
        this.note('speed', { value: request.value ?? 'tempo' }, now);
        break;
      case 'composing':
        this.composing = request.on;
        break;
      case 'automaticPause':
        this.automaticPause = request.on;
        break;
      case 'realEvent':
        this.note('realEvent', {}, now);
        this.playing = false;
        this.realEvent = true;
        break;
      case 'finish':
        recorder.command('director', { type: 'finish' }, `finish-${recorder.log.length}`, now);
        this.playing = false;
        this.beat = null;
        break;
    }
    return this.report(held, now);
  }

  private note(kind: SessionLine['kind'], params: SessionLine['params'], now: number): void {
    this.held?.recorder.session(kind, params, now);
  }

  /**
   * Plays to that clock time, or to the first beat of a kind given that concerns a seat held here; with `watch`, every
   * choice that opens counts as one, within the budget of stops or not, and so does all that a jump may not pass over.
   */
  private advance(held: Held, to: number, stopAt: readonly string[] = [], watch?: JumpWatch): void {
    const { recorder, seats } = held;
    const { exercise } = recorder;
    const end = Math.min(to, exercise.setup.to);
    while (exercise.now < end && !exercise.finished) {
      const { now } = exercise;
      const promised = (): StopView[] => (stopAt.includes('news') ? promiseStops(exercise, seats, now) : []);
      recorder.runTo(stopAt.length === 0 ? end : Math.min(end, exercise.now + SLICE));
      const due = [...this.coming, ...this.fresh(exercise, watch !== undefined)].filter(
        ({ seat, kind }) => seats.includes(seat) && stopAt.includes(kind),
      );
      const found = watch?.look() ?? promised();
      // What comes by letter stops time once the letter is there.
      this.coming = due.filter((each) => !hasCome(exercise, each));
      const came = due.filter((each) => hasCome(exercise, each));
      if (came.length + found.length === 0) continue;
      this.beat = stopOf(came, found, exercise.now);
      this.playing = false;
      break;
    }
    if (exercise.finished) {
      this.playing = false;
      this.beat = null;
    }
  }

  /** Beats not looked at yet, and the choices that have opened since when a jump may pass over none. */
  private fresh({ beats, choices }: Exercise, everyChoice: boolean): readonly Beat[] {
    const told = beats.slice(this.seenBeats);
    const opened = choices
      .slice(this.seenChoices)
      .filter(({ state, dilemma }) => state === 'open' && beats.every(({ id }) => id !== dilemma))
      .map(({ seat, dilemma, openedAt }): Beat => ({ seat, id: dilemma, at: openedAt, kind: 'dilemma' }));
    this.seenBeats = beats.length;
    this.seenChoices = choices.length;
    return everyChoice ? [...opened, ...told] : told;
  }

  private pace({ recorder, seats }: Held): Pace {
    const { chosen, composing, touchedAt } = this;
    return paceOf(recorder.exercise, seats, { chosen, composing, touchedAt });
  }

  /** What is new: lines of the log, the clock, the views that changed. */
  private report(held: Held, now: number): PlayReport[] {
    this.shownAt = now;
    const { exercise } = held.recorder;
    const clock: ClockView = {
      at: exercise.now,
      playing: this.playing,
      ...this.pace(held),
      composing: this.composing,
      chosen: this.chosen,
      automaticPause: this.automaticPause,
      beat: this.beat,
      realEvent: this.realEvent,
      finished: exercise.finished,
    };
    return [...this.lines(held), { type: 'clock', clock }, ...held.views.changed(exercise, held.seats)];
  }

  private lines(held: Held): PlayReport[] {
    const { log } = held.recorder;
    if (log.length === this.sentLines) return [];
    const lines: readonly LogLine[] = log.lines(this.sentLines);
    const whole = this.sentLines === 0;
    this.sentLines = log.length;
    return [{ type: 'lines', lines, whole }];
  }
}

/** A jump to what comes next leaves no choice behind, whatever the plan pauses at. */
const NEVER_PASSED: readonly string[] = ['dilemma', 'appointment'];
const ANY_BEAT: readonly string[] = ['dilemma', 'event', 'appointment', 'finding', 'news'];
