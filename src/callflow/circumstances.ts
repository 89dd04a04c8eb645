import { PURPOSE } from './purpose.ts';
import { Draws } from '../kernel/threefry.ts';
import type { Evening } from './evening.ts';
import type { AreaChoice } from './orders.ts';
import { ORIGINS, ROOMS } from './spec.ts';
import type { Origin, Room, WorldSpec } from './spec.ts';

/**
 * What becomes of the evening's ways and rooms without anybody's order to the network: plain JSON, entered with
 * `Evening.enterCircumstance`, in force until another of its kind says otherwise.
 */
export type Circumstance =
  /** Talks that begin from now on last so many times their usual, and so much longer (ms): quick sorting, tired teams. */
  | {
      readonly kind: 'handling';
      readonly areas: AreaChoice;
      readonly rooms: readonly Room[];
      readonly factor: number;
      readonly extra: number;
    }
  /** This share of the calls from such phones to these areas' rooms on copper fails behind the bridge; 0 ends it. */
  | {
      readonly kind: 'pocket';
      readonly areas: AreaChoice;
      readonly origins: readonly Origin[];
      readonly share: number;
    }
  /** A share of the calls to an area's rooms is answered by the same rooms of another; 0 ends it. */
  | {
      readonly kind: 'aid';
      readonly from: string;
      readonly to: string;
      readonly rooms: readonly Room[];
      readonly share: number;
    }
  /** Somebody stands outside: this share of those who stop calling is served there, until then (clock ms). */
  | {
      readonly kind: 'presence';
      readonly areas: AreaChoice;
      readonly share: number;
      readonly until: number;
    }
  /** Share of wrong entries in untested lists published from now on, instead of the scenario's. */
  | { readonly kind: 'listErrors'; readonly areas: AreaChoice; readonly share: number };

const NOBODY = -1;

/** The circumstances in force, by room and by area. */
export class Circumstances {
  /** Applied so far, in order: all that is saved, since the rest follows from it. */
  readonly applied: Circumstance[] = [];
  declare private readonly spec: WorldSpec;
  declare private readonly draws: Draws;
  declare private readonly factor: Float64Array;
  declare private readonly extra: Int32Array;
  /** By area x 3 + origin. */
  declare private readonly pocket: Float64Array;
  declare private readonly helper: Int16Array;
  declare private readonly helped: Float64Array;
  declare private readonly errors: Float64Array;
  declare private readonly outside: Float64Array;
  declare private readonly outsideUntil: Int32Array;

  constructor(spec: WorldSpec, draws: Draws) {
    const rooms = spec.areas.length * ROOMS.length;
    this.spec = spec;
    this.draws = draws;
    this.factor = new Float64Array(rooms).fill(1);
    this.extra = new Int32Array(rooms);
    this.pocket = new Float64Array(spec.areas.length * ORIGINS.length);
    this.helper = new Int16Array(rooms).fill(NOBODY);
    this.helped = new Float64Array(rooms);
    this.errors = new Float64Array(rooms).fill(spec.tenDigit.errorRate);
    this.outside = new Float64Array(spec.areas.length);
    this.outsideUntil = new Int32Array(spec.areas.length);
  }

  apply(circumstance: Circumstance): void {
    this.applied.push(circumstance);
    switch (circumstance.kind) {
      case 'handling':
        for (const room of this.roomsOf(circumstance.areas, circumstance.rooms)) {
          this.factor[room] = circumstance.factor;
          this.extra[room] = circumstance.extra;
        }
        return;
      case 'pocket':
        for (const area of this.areasOf(circumstance.areas))
          for (const origin of circumstance.origins)
            this.pocket[area * ORIGINS.length + ORIGINS.indexOf(origin)] = circumstance.share;
        return;
      case 'aid': {
        const [to] = this.areasOf([circumstance.to]);
        for (const room of this.roomsOf([circumstance.from], circumstance.rooms)) {
          this.helper[room] = to === undefined ? NOBODY : to * ROOMS.length + (room % ROOMS.length);
          this.helped[room] = to === undefined ? 0 : circumstance.share;
        }
        return;
      }
      case 'presence':
        for (const area of this.areasOf(circumstance.areas)) {
          // Fewer, and not for longer, take nothing from those who stand there already.
          if (circumstance.share < this.outside[area]! && circumstance.until <= this.outsideUntil[area]!)
            continue;
          this.outside[area] = circumstance.share;
          this.outsideUntil[area] = circumstance.until;
        }
        return;
      case 'listErrors':
        for (const room of this.roomsOf(circumstance.areas, ROOMS)) this.errors[room] = circumstance.share;
    }
  }

  /** How long a talk of this need lasts in a room, ms. */
  talk(room: number, need: number): number {
    return Math.max(1000, Math.floor(need * this.factor[room]!) + this.extra[room]!);
  }

  /** Whether a caller's attempt from such a phone fails behind the bridge, by a draw of its own. */
  fails(key: number, area: number, origin: number, tries: number): boolean {
    const share = this.pocket[area * ORIGINS.length + origin]!;
    if (share === 0) return false;
    this.draws.draw(key, PURPOSE.pocket, tries);
    return this.draws.u0 < share;
  }

  /** The room that answers a caller's attempt to reach this one. */
  answering(key: number, room: number, tries: number): number {
    const share = this.helped[room]!;
    if (share === 0) return room;
    this.draws.draw(key, PURPOSE.aid, tries);
    return this.draws.u0 < share ? this.helper[room]! : room;
  }

  /** Share of those who stop calling who meet somebody outside at `now`. */
  metOutside(area: number, now: number): number {
    return now < this.outsideUntil[area]! ? this.outside[area]! : 0;
  }

  errorRate(room: number): number {
    return this.errors[room]!;
  }

  private areasOf(choice: AreaChoice): number[] {
    return this.spec.areas.flatMap(({ code }, area) =>
      choice === 'all' || choice.includes(code) ? [area] : [],
    );
  }

  private roomsOf(areas: AreaChoice, rooms: readonly Room[]): number[] {
    return this.areasOf(areas).flatMap((area) =>
      rooms.map((room) => area * ROOMS.length + ROOMS.indexOf(room)),
    );
  }
}

/** Puts a circumstance in force. */
export function putInForce(evening: Evening, circumstance: Circumstance): void {
  (evening.circumstances ??= new Circumstances(evening.spec, evening.draws)).apply(circumstance);
}

/**
 * How wrong the records of an area's lines are this evening: the scenario's error rate between nothing and twice itself,
 * so that some départements' lists can be trusted and others not.
 */
export function listErrorsOf(spec: WorldSpec, seed: number): Circumstance[] {
  const draws = new Draws(seed);
  return spec.areas.map(({ code }, area) => {
    draws.draw(area, PURPOSE.listQuality, 0);
    const share = Math.min(1, 2 * draws.u0 * spec.tenDigit.errorRate);
    return { kind: 'listErrors', areas: [code], share };
  });
}
