import { MINUTE } from '../kernel/time.ts';
import type { WorldSpec } from './spec.ts';

/**
 * Ordinary voice calls offered to copper by all servers together, as a fluid: a rate constant within each minute,
 * scaled so that the window holds `ordinaryCalls`. Some 13 million calls are not computed one by one; what matters
 * here is how fast they fill memories and how many are refused.
 */
export class OrdinaryVoice {
  declare private readonly start: number;
  declare private readonly perMs: Float64Array;
  declare private readonly cumulative: Float64Array;

  constructor(spec: WorldSpec) {
    const { start, trigger, windowEnd, end } = spec.clock;
    const minutes = Math.floor((end - start) / MINUTE) + 2;
    this.start = start;
    this.perMs = new Float64Array(minutes);
    this.cumulative = new Float64Array(minutes + 1);
    const profile = spec.network.ordinaryProfile;
    for (let i = 0; i < minutes; i++) {
      this.perMs[i] = intensity(profile, start + (i + 0.5) * MINUTE);
      this.cumulative[i + 1] = this.cumulative[i]! + this.perMs[i]! * MINUTE;
    }
    const scale = spec.network.ordinaryCalls / (this.offered(windowEnd) - this.offered(trigger));
    for (let i = 0; i < minutes; i++) this.perMs[i]! *= scale;
    for (let i = 0; i <= minutes; i++) this.cumulative[i]! *= scale;
  }

  /** Calls offered from the start of the world to `at`. */
  offered(at: number): number {
    const since = at - this.start;
    const minute = Math.floor(since / MINUTE);
    return this.cumulative[minute]! + this.perMs[minute]! * (since - minute * MINUTE);
  }

  /** Calls offered per ms at `at`. */
  rate(at: number): number {
    return this.perMs[Math.floor((at - this.start) / MINUTE)]!;
  }

  /** First ms at which `calls` have been offered, or a time beyond any horizon. */
  when(calls: number): number {
    const { cumulative } = this;
    let low = 0;
    let high = cumulative.length - 1;
    if (calls >= cumulative[high]!) return 0x7ffffff0;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! <= calls) low = middle;
      else high = middle;
    }
    const rate = this.perMs[low]!;
    return this.start + low * MINUTE + Math.ceil((calls - cumulative[low]!) / rate);
  }
}

function intensity(profile: readonly (readonly [number, number])[], at: number): number {
  const first = profile[0]!;
  if (at <= first[0]) return first[1];
  for (let i = 1; i < profile.length; i++) {
    const after = profile[i]!;
    if (at > after[0]) continue;
    // Read by index: taking a pair apart goes through an iterator.
    const before = profile[i - 1]!;
    return before[1] + ((after[1] - before[1]) * (at - before[0])) / (after[0] - before[0]);
  }
  return profile[profile.length - 1]![1];
}
