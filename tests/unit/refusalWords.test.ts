import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Refusal } from '../../src/exercise/commands.ts';

/** The compiler holds that none is missing here. */
const CODES: Readonly<Record<Refusal['code'], true>> = {
  unknownAct: true,
  otherSeat: true,
  measure: true,
  means: true,
  people: true,
  authority: true,
  underWay: true,
  queued: true,
  notQueued: true,
  needless: true,
  doneOnce: true,
  badArgument: true,
  missingArgument: true,
  notUnderWay: true,
  unknownStatement: true,
  unknownMessage: true,
  notYours: true,
  unknownRecipient: true,
  noChannel: true,
  tooLong: true,
  unknownDilemma: true,
  notOpen: true,
  unknownPool: true,
  finished: true,
};

test.each(['fr', 'en'])('every refusal has its words on the command line (%s)', (language) => {
  const file = new URL(`../../locales/${language}/cli.json`, import.meta.url);
  const { refusal } = JSON.parse(readFileSync(file, 'utf8')) as { refusal: Record<string, string> };
  for (const code of Object.keys(CODES)) expect(refusal[code], code).toMatch(/\p{L}/u);
});
