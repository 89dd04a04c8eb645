import { readFileSync } from 'node:fs';
import { parsePlay, type PlayParts } from '../../src/scenario/play/load.ts';
import type { Play, PlayGround } from '../../src/scenario/play/types.ts';
import { scenarioFile, territory } from './scenarioSample.ts';

const NAMES = ['seats', 'acts', 'measures', 'dilemmas', 'events', 'envelopes', 'tempo', 'doctrines'] as const;

const texts = Object.fromEntries(
  NAMES.map((name) => [
    name,
    readFileSync(new URL(`../../assets/play/${name}.json`, import.meta.url), 'utf8'),
  ]),
);

/** A fresh copy: tests damage it. */
export const playParts = (): PlayParts =>
  Object.fromEntries(NAMES.map((name) => [name, JSON.parse(texts[name]!)])) as unknown as PlayParts;

export const ground: PlayGround = {
  servers: scenarioFile().network.servers.map((server) => server.id),
  areas: territory.map((area) => area.code),
};

let parsed: Play | undefined;
export function play(): Play {
  if (parsed !== undefined) return parsed;
  const result = parsePlay(playParts(), ground);
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 1));
  parsed = result.value;
  return parsed;
}
