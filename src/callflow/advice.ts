import type { Draws } from '../kernel/threefry.ts';
import { ADVICE } from './outcome.ts';
import { PURPOSE } from './purpose.ts';
import { ORIGINS } from './spec.ts';
import type { Evening } from './evening.ts';
import type { WorldSpec } from './spec.ts';

const COPPER_PHONE = ORIGINS.indexOf('copper');
const MOBILE_PHONE = ORIGINS.indexOf('mobile');
const BOX = ORIGINS.indexOf('box');

/** The phone that somebody else has at hand, for a luck in 0..1. */
export function phoneAt(shares: readonly number[], luck: number): number {
  if (luck < shares[0]!) return MOBILE_PHONE;
  return luck < shares[0]! + shares[1]! ? BOX : COPPER_PHONE;
}

/**
 * Share of those who stop calling who are served by going somewhere: as always, because they were advised to, or because
 * somebody stands outside in their area.
 */
export function goesThere({ spec, advice, heed, now, circumstances }: Evening, area: number): number {
  const [wording, since] = advice as unknown as readonly [number, number];
  const usual = spec.behaviour.goThere;
  const advised = wording === ADVICE.goThere ? reached(spec, since, now) * heed[0]! : 0;
  const met = circumstances === null ? 0 : circumstances.metOutside(area, now);
  return 1 - (1 - usual) * (1 - advised) * (1 - met);
}

/** Share of callers that advice in force since `since` has reached: grows over the same ramp as numbers. */
export function reached({ tenDigit }: WorldSpec, since: number, now: number): number {
  return tenDigit.adviceShare * Math.min(1, (now - since) / tenDigit.uptakeRamp);
}

/**
 * The phone that a caller who follows the advice takes: "from a landline" means a box in most homes; "from a mobile" takes
 * copper callers off copper.
 */
export function advisedPhone(
  { demand }: WorldSpec,
  wording: number,
  phone: number,
  draws: Draws,
  key: number,
): number {
  if (wording === ADVICE.mobile) return MOBILE_PHONE;
  if (wording !== ADVICE.landline || phone !== MOBILE_PHONE) return phone;
  const shares = demand.originShares;
  draws.draw(key, PURPOSE.callerKind, 1);
  return draws.u0 < shares[2]! / (shares[1]! + shares[2]!) ? COPPER_PHONE : BOX;
}
