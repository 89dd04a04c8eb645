import { createEvening } from '../callflow/evening.ts';
import type { Evening } from '../callflow/evening.ts';
import { makeCallers } from '../callflow/callers.ts';
import { hashEvening } from '../callflow/snapshot.ts';
import type { Order } from '../callflow/orders.ts';
import type { ScenarioError } from '../scenario/errors.ts';
import { errorParams } from '../scenario/errors.ts';
import { SERIES_STEP, seriesOf } from '../view/series.ts';
import { tellStory } from '../view/story.ts';
import { concerning, watchEvening } from '../view/watch.ts';
import type { Curves } from '../view/watch.ts';
import type { Selection } from '../view/eveningView.ts';
import type { Report, Request } from './protocol.ts';
import { openWorld } from './world.ts';
import type { OpenedWorld } from './world.ts';

/** A pause of the wall clock longer than this (a sleeping tab) is not caught up. */
const LONGEST_STEP_MS = 250;

type WatchRequest = Exclude<Request, { readonly type: 'compare' | 'stopCompare' }>;

/**
 * One watched evening: turns wall time into exercise time and answers requests. It has no timer of its own: whoever
 * holds it calls `tick` with a clock that only goes forward, and sends what it returns.
 */
export class WatchSession {
  private world: OpenedWorld | null = null;
  private evening: Evening | null = null;
  private reference: Evening | null = null;
  private ordinary: Evening | null = null;
  private referenceKey = '';
  private seed = 0;
  private playing = false;
  private speed = 1;
  private lastTick: number | null = null;
  /** Exercise time owed beyond whole ms. */
  private remainder = 0;
  private seq = 0;
  private shownAttempts = 0;
  private selection: Selection | null = null;
  private curves: { readonly key: string; readonly value: Curves } | null = null;

  /** Answers a request; an error leaves everything as it was. */
  handle(request: WatchRequest): Report[] {
    if (request.type === 'start') return this.start(request.seed, request.at, request.set, request.orders);
    const { evening } = this;
    if (evening === null) return [{ type: 'error', code: 'notStarted', params: { found: request.type } }];
    switch (request.type) {
      case 'play':
        this.playing = evening.now < this.last();
        this.lastTick = null;
        break;
      case 'pause':
        this.playing = false;
        break;
      case 'speed':
        this.speed = request.value;
        break;
      case 'jump':
        this.goTo(request.at);
        break;
      case 'select':
        this.selection = request.selection;
        break;
      case 'hash':
        return [{ type: 'hash', at: evening.now, hash: hashEvening(evening) }];
      case 'story':
        return [{ type: 'story', attempt: request.attempt, story: tellStory(evening, request.attempt) }];
    }
    return [this.view()];
  }

  /** Plays on to the wall time `now` (ms, any origin). Returns a view while it plays. */
  tick(now: number): Report[] {
    const { evening } = this;
    const since = this.lastTick === null ? 0 : Math.min(LONGEST_STEP_MS, now - this.lastTick);
    this.lastTick = now;
    if (evening === null || !this.playing || since <= 0) return [];
    const owed = since * this.speed + this.remainder;
    const whole = Math.floor(owed);
    this.remainder = owed - whole;
    evening.runTo(Math.min(this.last(), evening.now + whole));
    if (evening.now >= this.last()) this.playing = false;
    return [this.view()];
  }

  private start(
    seed: number,
    at: number,
    set: Readonly<Record<string, number | string>>,
    orders: readonly Order[] | null,
  ): Report[] {
    const world = openWorld(set, orders);
    if (!world.ok) return scenarioErrors(world.error);
    this.world = world.value;
    this.seed = seed;
    this.prepareReference(seed);
    this.evening = createEvening(world.value.spec, seed, world.value.orders);
    this.goTo(at);
    return [{ type: 'ready', scenario: world.value.info, seed }, this.view()];
  }

  /** The evening "as in 2021" of the seed, and an ordinary one of the same callers: whole, computed once. */
  private prepareReference(seed: number): void {
    const asIn2021 = openWorld({}, null);
    if (!asIn2021.ok) return;
    const key = `${asIn2021.value.spec.id}:${seed}`;
    if (key === this.referenceKey) return;
    this.reference = createEvening(asIn2021.value.spec, seed, asIn2021.value.orders);
    this.reference.runToEnd();
    this.ordinary = createEvening(asIn2021.value.spec, seed, [], this.reference.callers);
    this.ordinary.runToEnd();
    this.referenceKey = key;
  }

  /** The evening is watched to the end of its window (24:00); what is computed after it serves the counts alone. */
  private last(): number {
    return this.world?.info.clock.windowEnd ?? 0;
  }

  /** Forward from where it stands; back by computing again from the start, which costs less than keeping the past. */
  private goTo(at: number): void {
    const { world, evening } = this;
    if (world === null || evening === null) return;
    const target = Math.floor(Math.min(this.last(), Math.max(world.info.clock.from, at)));
    if (target < evening.now)
      this.evening = createEvening(
        world.spec,
        this.seed,
        world.orders,
        evening.callers ?? makeCallers(world.spec, this.seed),
      );
    this.evening!.runTo(target);
    this.shownAttempts = this.evening!.log.count;
    this.remainder = 0;
    this.lastTick = null;
    this.curves = null;
    if (target >= this.last()) this.playing = false;
  }

  private view(): Report {
    const evening = this.evening!;
    const view = watchEvening({
      evening,
      reference: this.reference!,
      ordinary: this.ordinary!,
      orders: this.world!.orders,
      selection: this.selection,
      sinceAttempt: this.shownAttempts,
      seq: this.seq++,
      playing: this.playing,
      speed: this.speed,
      curves: this.currentCurves(),
    });
    this.shownAttempts = evening.log.count;
    return { type: 'view', view };
  }

  private currentCurves(): Curves {
    const evening = this.evening!;
    const { from } = this.world!.info.clock;
    const key = `${Math.floor(evening.now / SERIES_STEP)}:${JSON.stringify(this.selection)}:${this.referenceKey}`;
    if (this.curves?.key === key) return this.curves.value;
    const concerns = this.selection && concerning(evening, this.selection);
    const value: Curves = {
      national: seriesOf(evening, from, evening.now),
      reference: seriesOf(this.reference!, from, this.last()),
      selected: concerns && seriesOf(evening, from, evening.now, concerns),
    };
    this.curves = { key, value };
    return value;
  }
}

/** One report an error: each says what and where. */
export function scenarioErrors(errors: readonly ScenarioError[]): Report[] {
  return errors.map((error) => ({ type: 'error', code: error.code, params: errorParams(error) }));
}
