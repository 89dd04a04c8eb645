import type { Evening } from '../callflow/evening.ts';
import type { Statement } from '../exercise/knowledge/knowledge.ts';
import { MINUTE } from '../kernel/time.ts';
import type { FactType } from '../scenario/play/vocabulary.ts';
import { LossHistory } from './lossHistory.ts';
import { NumberHistory } from './numberHistory.ts';
import type { NumbersGiven } from './numberHistory.ts';
import { restoredAt } from './summary.ts';
import { THRESHOLDS } from './thresholds.ts';

/** True cause of an evening. */
export type TrueCause = 'bug' | 'attack' | 'otherVendor' | 'cut';

/**
 * The world as statements are checked against it, once the evening is over. A statement is judged on the time it speaks
 * of: reports are minutes old, so that a trouble of the last hour still makes them true.
 */
export class Truth {
  readonly history: LossHistory;
  private readonly evening: Evening;
  private readonly cause: TrueCause;
  private readonly until: number;
  private readonly numbers: NumberHistory;

  /**
   * `evening` is run on to its end, or as far as it goes. What would have come after `until`, when people stopped, with
   * nobody acting any more, is the truth of nothing they said. `given` are the numbers that their acts gave out.
   */
  constructor(
    evening: Evening,
    cause: TrueCause,
    until: number = Infinity,
    given: readonly NumbersGiven[] = [],
  ) {
    this.evening = evening;
    this.cause = cause;
    this.until = until;
    this.history = new LossHistory(evening);
    this.numbers = new NumberHistory(evening, given);
  }

  /** Whether it can be told by the end: an hour given for later was neither kept nor broken. */
  isDue({ type, about }: Pick<Statement, 'type' | 'about'>): boolean {
    const hour = type === 'restoration.eta' ? hourIn(about) : null;
    return hour === null || hour <= this.until || this.restored() !== null;
  }

  /** Whether what the statement says was so at the time it speaks of. */
  holds({ type, about, at }: Pick<Statement, 'type' | 'about' | 'at'>): boolean {
    const named = codesIn(about);
    switch (type) {
      case 'voice.degraded':
        return this.degraded(about, named, at);
      case 'emergency.affected':
        return this.mostLose(named, at);
      case 'extent.national':
        return this.nationalAt(at);
      case 'equipment.callServers':
        return this.serversRefuse(about, at);
      case 'cause.ourOperation':
        return this.cause === 'bug';
      case 'cause.vendorBug':
        return this.cause === 'bug' || this.cause === 'otherVendor';
      case 'cyberattack.suspected':
        return this.cause === 'attack';
      case 'cyberattack.excluded':
      case 'cyberattack.unlikely':
        return this.cause !== 'attack';
      case 'workaround.number':
        return this.numbersWork(named, at);
      case 'workaround.crosses':
        return this.crossesAs(about, named, at);
      case 'restoration.eta':
        return this.hourKept(about);
      case 'restored':
        return named === null ? this.restoredBy(at) : this.quietAfter(named, at);
      case 'emergency.tested':
      case 'workaround.tested':
      case 'workaround.withdrawn':
      case 'cyberattack.withdrawn':
      case 'advice.public':
        // What was tried, taken back or said was.
        return true;
    }
  }

  /** Clock time since when the world is as the type says; null when it never is, or when people alone make it so. */
  since(type: FactType): number | null {
    const { trigger } = this.evening.spec.clock;
    switch (type) {
      case 'voice.degraded':
      case 'emergency.affected':
        return this.firstLost();
      case 'equipment.callServers':
        return this.cause === 'cut' ? null : this.firstLost();
      case 'extent.national':
        return this.firstNational();
      case 'cause.ourOperation':
      case 'cause.vendorBug':
      case 'cyberattack.suspected':
      case 'cyberattack.excluded':
      case 'cyberattack.unlikely':
        return this.holds({ type, about: {}, at: trigger }) ? trigger : null;
      case 'restored':
        return this.restored();
      default:
        return null;
    }
  }

  /** Clock time from which the traffic of the country is back to usual, or null. */
  restored(): number | null {
    const minutes = restoredAt(this.evening, this.until);
    return minutes === null ? null : this.evening.spec.clock.trigger + minutes * MINUTE;
  }

  /** Of the country: what is said before its traffic is back for good is said too soon. */
  private restoredBy(at: number): boolean {
    const restored = this.restored();
    return restored !== null && at >= restored;
  }

  private firstLost(): number | null {
    const { trigger } = this.evening.spec.clock;
    const all = this.history.areasOf(null);
    for (let at = trigger; at < this.evening.now; at += MINUTE)
      if (this.history.over(all, at, at + MINUTE).lost > 0) return at;
    return null;
  }

  private firstNational(): number | null {
    const { trigger } = this.evening.spec.clock;
    for (let at = trigger; at < this.evening.now; at += MINUTE) if (this.nationalAt(at)) return at;
    return null;
  }

  private nationalAt(at: number): boolean {
    const { nationalAreas, nationalShare, nationalOverMin } = THRESHOLDS.truth;
    const hit = this.history.areasOf(null).filter((area) => {
      const { attempts, lost } = this.history.between(area, at - nationalOverMin * MINUTE, at + MINUTE);
      return lost > 0 && lost >= nationalShare * attempts;
    });
    return hit.length >= nationalAreas;
  }

  private loses(area: number, at: number): boolean {
    return this.history.between(area, at - THRESHOLDS.truth.reportsOldMin * MINUTE, at + MINUTE).lost > 0;
  }

  private mostLose(named: readonly string[] | null, at: number): boolean {
    const areas = this.history.areasOf(named);
    const losing = areas.filter((area) => this.loses(area, at)).length;
    return named === null ? losing > 0 : areas.length > 0 && losing * 2 >= areas.length;
  }

  private degraded(about: Statement['about'], named: readonly string[] | null, at: number): boolean {
    // "An individual fault" is what the customer line answers to everyone.
    if (about['ticket'] === 'individual') return false;
    // What was found and mended in one house was so.
    if (about['where'] === 'local') return true;
    return this.mostLose(named, at);
  }

  private serversRefuse(about: Statement['about'], at: number): boolean {
    // What is cut is the way to a city: its servers work, and nobody reaches them.
    if (this.cause === 'cut') return false;
    const servers = textsIn(about['servers']);
    const from = at - THRESHOLDS.truth.reportsOldMin * MINUTE;
    if (servers === null || servers.length === 0) return this.mostLose(null, at);
    return servers.some((id) => this.history.refusedAt(id, from, at + MINUTE) > 0);
  }

  private numbersWork(named: readonly string[] | null, at: number): boolean {
    const areas = this.history.areasOf(named);
    const right = areas.filter((area) => this.numbers.works(area, at));
    return named === null ? right.length > 0 : areas.length > 0 && right.length * 2 >= areas.length;
  }

  private crossesAs(about: Statement['about'], named: readonly string[] | null, at: number): boolean {
    const { answer } = about;
    if (answer !== 'yes' && answer !== 'no') return true;
    const known = this.history.areasOf(named).flatMap((area) => this.numbers.crosses(area, at) ?? []);
    return known.filter((crosses) => crosses === (answer === 'yes')).length * 2 >= known.length;
  }

  private hourKept(about: Statement['about']): boolean {
    const hour = hourIn(about);
    // Giving no hour is never wrong.
    if (hour === null) return true;
    const restored = this.restored();
    return restored !== null && restored <= hour + THRESHOLDS.truth.etaSlackMin * MINUTE;
  }

  /** Of places by name: as good as nothing was lost there soon after, nor from then to the end. */
  private quietAfter(named: readonly string[] | null, at: number): boolean {
    const areas = this.history.areasOf(named);
    const soon = at + THRESHOLDS.truth.restoredOverMin * MINUTE;
    return [soon, Math.max(soon, Math.min(this.until, this.evening.now))].every((to) => {
      const { attempts, lost } = this.history.over(areas, at, to);
      return lost <= THRESHOLDS.truth.restoredShare * attempts;
    });
  }
}

/** The last hour that a statement gives for the end, or null. */
function hourIn(about: Statement['about']): number | null {
  const hour = about['until'] ?? about['at'];
  return typeof hour === 'number' ? hour : null;
}

/** Areas that a statement names, as codes; null when it speaks of the country. */
function codesIn(about: Statement['about']): readonly string[] | null {
  return textsIn(about['areas'] ?? about['area']);
}

function textsIn(named: unknown): readonly string[] | null {
  if (typeof named === 'string') return named === 'all' ? null : [named];
  return Array.isArray(named) ? named.filter((code) => typeof code === 'string') : null;
}
