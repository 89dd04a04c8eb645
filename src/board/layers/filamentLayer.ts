import type Phaser from 'phaser';
import type { BoardFlow } from '../../view/boardModel.ts';
import { Batch } from '../batch.ts';
import { type BoardContext, hex } from '../context.ts';
import {
  BROKEN,
  createFlights,
  curveX,
  curveY,
  FALL,
  fallX,
  fallY,
  type Fate,
  type Flights,
  LEG,
  REFUSED,
  STRIDE,
  TAIL_AT,
  THROUGH,
} from '../flights.ts';
import type { Point } from '../layout/geometry.ts';
import { createRoutes, newPoints, type Routes } from '../routes.ts';

const FATES: Readonly<Record<BoardFlow['fate'], Fate>> = {
  through: THROUGH,
  broken: BROKEN,
  refused: REFUSED,
};
/** Points a filament is drawn with. */
const POINTS = 5;
const CAPACITY = 1_200;
/** Landed embers stay bright for a while (ms), then are dust. */
const GLOW = 24_000;
const GLOWING = 240;

/** Calls in flight. One path for each colour and strength, whatever the number of calls. */
export class FilamentLayer {
  readonly flights: Flights = createFlights(CAPACITY);
  drawn = 0;
  private readonly batch: Batch;
  private readonly routes: Routes;
  private readonly context: BoardContext;
  private readonly scratch = newPoints();
  private readonly colours: readonly number[];
  private readonly ember: number;
  private counter = 0;
  // Landed embers: a ring.
  private readonly glowX = new Float32Array(GLOWING);
  private readonly glowY = new Float32Array(GLOWING);
  private readonly glowAt = new Float64Array(GLOWING);
  private readonly glowKey: string[] = Array.from({ length: GLOWING }, () => '');
  private glowNext = 0;

  constructor(scene: Phaser.Scene, context: BoardContext) {
    this.context = context;
    this.routes = createRoutes(context);
    this.batch = new Batch(scene.add.graphics());
    const { through, broken, refused, ember } = context.tokens;
    this.colours = [hex(through), hex(broken), hex(refused)];
    this.ember = hex(ember);
    this.glowAt.fill(-Infinity);
  }

  /** Calls begun during the last `step` ms are spread over the next `step` ms. */
  launch(flows: readonly BoardFlow[], now: number, step: number, stride: number, landing: () => Point): void {
    for (const flow of flows) {
      if (this.counter++ % stride !== 0) continue;
      const fate = FATES[flow.fate];
      const direct = flow.server < 0;
      this.routes.of(flow, landing(), this.scratch);
      const began = this.context.reduced ? now : now + flow.phase * step;
      this.flights.launch(began, direct && fate === BROKEN ? REFUSED : fate, direct, this.scratch, flow.key);
    }
  }

  /** `back`: the clock went back, and what has landed has not happened yet. */
  clear(back: boolean): void {
    this.flights.clear();
    this.glowAt.fill(-Infinity);
    if (back) this.glowKey.fill('');
  }

  /** One of the calls that the heap stands for: the nearest of the last landed, however long ago. */
  grainAt(x: number, y: number): string | null {
    let best: string | null = null;
    let nearest = Infinity;
    for (let i = 0; i < GLOWING; i++) {
      if (this.glowKey[i] === '') continue;
      const distance = (this.glowX[i] - x) ** 2 + (this.glowY[i] - y) ** 2;
      if (distance < nearest) {
        nearest = distance;
        best = this.glowKey[i];
      }
    }
    return best;
  }

  /** The ember nearest to a point, in flight or landed not long ago. */
  emberAt(now: number, x: number, y: number, reach: number): string | null {
    const flying = this.flights.emberAt(now, x, y, reach);
    if (flying !== null) return flying;
    let best: string | null = null;
    let nearest = reach * reach;
    for (let i = 0; i < GLOWING; i++) {
      if (now - this.glowAt[i] > GLOW) continue;
      const distance = (this.glowX[i] - x) ** 2 + (this.glowY[i] - y) ** 2;
      if (distance < nearest) {
        nearest = distance;
        best = this.glowKey[i];
      }
    }
    return best;
  }

  private readonly land = (x: number, y: number, key: string, at?: number): void => {
    this.glowX[this.glowNext] = x;
    this.glowY[this.glowNext] = y;
    this.glowAt[this.glowNext] = at ?? this.now;
    this.glowKey[this.glowNext] = key;
    this.glowNext = (this.glowNext + 1) % GLOWING;
  };
  private now = 0;

  update(now: number): void {
    this.now = now;
    this.flights.retire(now, this.land);
    this.drawn = this.flights.count;
    const { batch } = this;
    batch.start();
    if (this.context.reduced) this.drawStill(now);
    else this.drawMoving(now);
    this.drawEmbers(now);
    batch.end();
  }

  private drawMoving(now: number): void {
    for (const fate of [THROUGH, REFUSED, BROKEN] as const) {
      this.strokes(now, fate, 1, 0.34, 0, 1);
      this.strokes(now, fate, fate === THROUGH ? 1 : 1.3, 0.95, 0.6, 1);
    }
  }

  /** Strokes a part of the tail (shares `from`..`to`, 1 being its head) of every flight of this fate. */
  private strokes(now: number, fate: Fate, width: number, alpha: number, from: number, to: number): void {
    const { flights, batch } = this;
    const { points, began, fate: fates, direct } = flights;
    batch.path(width, this.colours[fate], alpha);
    const steps = Math.max(1, Math.round((POINTS - 1) * (to - from)));
    for (let i = 0; i < flights.count; i++) {
      if (fates[i] !== fate) continue;
      const head = (now - began[i]) / LEG;
      if (head <= 0) continue;
      // Broken calls stop at the lantern; refused ones on their way back; a call without lantern has one leg.
      const end = direct[i] === 1 || fate === BROKEN ? 1 : fate === REFUSED ? 1.6 : 2;
      const at = i * STRIDE;
      const low = Math.max(0, head - points[at + TAIL_AT]);
      if (low >= end) continue;
      const tail = Math.min(head, end) - low;
      if (tail <= 0) continue;
      for (let k = 0; k <= steps; k++) {
        const u = low + tail * (from + ((to - from) * k) / steps);
        const leg = u > 1 ? at + 4 : at;
        const t = u > 1 ? u - 1 : u;
        const x = curveX(points, leg, t);
        const y = curveY(points, leg, t);
        if (k === 0) batch.move(x, y);
        else batch.line(x, y);
      }
    }
    batch.stroke();
  }

  /** Reduced motion: a short still stroke where each call begins, towards its lantern, that fades by three steps. */
  private drawStill(now: number): void {
    const { flights, batch } = this;
    const { points, began, fate: fates, direct } = flights;
    for (const fate of [THROUGH, REFUSED, BROKEN] as const) {
      for (const [step, alpha] of [
        [0, 0.9],
        [1, 0.55],
        [2, 0.28],
      ] as const) {
        batch.path(fate === BROKEN ? 1.6 : 1.2, this.colours[fate], alpha);
        for (let i = 0; i < flights.count; i++) {
          if (fates[i] !== fate) continue;
          const age = Math.floor((now - began[i]) / 500);
          if (age !== step && !(step === 2 && age > 2)) continue;
          const at = i * STRIDE;
          const reach = direct[i] === 1 ? 1 : 0.1;
          batch.move(points[at], points[at + 1]);
          batch.line(curveX(points, at, reach), curveY(points, at, reach));
        }
        batch.stroke();
      }
    }
  }

  private drawEmbers(now: number): void {
    const { flights, batch } = this;
    const { points, began, fate: fates } = flights;
    const size = this.context.layout.compact ? 2 : 2.4;
    batch.fill(this.ember, 0.95);
    if (!this.context.reduced) {
      for (let i = 0; i < flights.count; i++) {
        if (fates[i] !== BROKEN) continue;
        const t = (now - began[i] - LEG) / FALL;
        if (t <= 0) continue;
        batch.rect(
          fallX(points, i * STRIDE, t) - size / 2,
          fallY(points, i * STRIDE, t) - size / 2,
          size,
          size,
        );
      }
    }
    for (let strength = 0; strength < 3; strength++) {
      batch.fill(this.ember, 0.95 - 0.25 * strength);
      for (let i = 0; i < GLOWING; i++) {
        const age = (now - this.glowAt[i]) / GLOW;
        if (age > 1 || Math.floor(age * 3) !== strength) continue;
        batch.rect(this.glowX[i] - 1, this.glowY[i] - 1, 2, 2);
      }
    }
  }
}
