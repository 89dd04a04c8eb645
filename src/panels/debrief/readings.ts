import type { DebriefModel, MeasureWorth, SeatId } from '../../session/playProtocol.ts';
import { isClear } from '../../session/playProtocol.ts';

const MINUTE = 60_000;

/** What the public reports found, each a text under `debrief:screen.reading.items`. */
export const READINGS = [
  'silence',
  'supervision',
  'authorities',
  'cell',
  'advice',
  'publicAdvice',
  'numbers',
  'wrongList',
  'oneAtATime',
  'attack',
  'otherOperators',
] as const;
export type ReadingId = (typeof READINGS)[number];

export interface Reading {
  readonly id: ReadingId;
  /** The milestone it speaks of, to be told beside that of 2021; null when it speaks of none. */
  readonly milestone: string | null;
}

/** Minutes from the trigger after which a finding is worth reading. */
const LATE: Readonly<Record<string, number>> = {
  authoritiesTold: 60,
  operatorCell: 30,
  otherOperatorsTold: 120,
  firstNumberPublished: 90,
  adviceOnNumbers: 120,
};
const SILENCE_MINUTES = 30;
const WRONG_LIST_CALLS = 20;

const MILESTONE_OF: Readonly<Partial<Record<ReadingId, string>>> = {
  authorities: 'authoritiesTold',
  cell: 'operatorCell',
  otherOperators: 'otherOperatorsTold',
  numbers: 'firstNumberPublished',
  advice: 'adviceOnNumbers',
  supervision: 'emergencyImpactKnown',
};

/** The measure of the reports that answers a finding. */
const MEASURE_OF: Readonly<Partial<Record<ReadingId, string>>> = {
  supervision: 'dedicatedSupervision',
  authorities: 'alertEscalation',
  cell: 'cellIn30',
  advice: 'technicalAdvice',
  numbers: 'preagreedNumbers',
  wrongList: 'verifiedList',
  oneAtATime: 'oneServerAtATime',
  otherOperators: 'operatorsCollaboration',
};

/** What a finding's measure was worth tonight beside the one that was worth most: what is read claims no more. */
export interface ReadingWorth {
  readonly measure: MeasureWorth;
  readonly how: 'spared' | 'nil' | 'cost';
  /** First figures have luck in them still. */
  readonly first: boolean;
  readonly most: MeasureWorth | null;
}

/** First figures have no error yet: clear from so many calls on. */
const FIRST_CLEAR = 50;

const weighs = ({ unrouted, error, evenings }: MeasureWorth): boolean =>
  evenings === 1 ? Math.abs(unrouted) > FIRST_CLEAR : isClear(unrouted, error);

export function worthOf(id: ReadingId, measures: readonly MeasureWorth[] | null): ReadingWorth | null {
  const measure = measures?.find((each) => each.measure === MEASURE_OF[id]);
  if (measures === null || measure === undefined) return null;
  const [most] = measures.filter(weighs).toSorted((a, b) => a.unrouted - b.unrouted);
  return {
    measure,
    how: !weighs(measure) ? 'nil' : measure.unrouted < 0 ? 'spared' : 'cost',
    first: measure.evenings === 1,
    most: most === undefined || most.unrouted >= 0 || most === measure ? null : most,
  };
}

/** For each seat, what may be read in order of worth; the last one is read when nothing else applies. */
const ORDER: Readonly<Record<SeatId, readonly ReadingId[]>> = {
  services: ['wrongList', 'silence', 'publicAdvice', 'numbers', 'supervision'],
  ministry: ['publicAdvice', 'wrongList', 'numbers', 'advice', 'authorities'],
  orange: ['authorities', 'advice', 'otherOperators', 'cell', 'oneAtATime'],
  anssi: ['attack', 'advice', 'oneAtATime'],
};

/** The one finding of the public reports that this evening makes worth reading, for whoever held that seat. */
export function readingFor(model: DebriefModel, seat: SeatId): Reading {
  const order = ORDER[seat];
  const id = order.find((each) => applies(each, model)) ?? order.at(-1)!;
  return { id, milestone: MILESTONE_OF[id] ?? null };
}

function applies(id: ReadingId, model: DebriefModel): boolean {
  const grade = (goal: string) => model.verdicts.find((row) => row.goal === goal)?.grade;
  const milestone = MILESTONE_OF[id];
  switch (id) {
    case 'silence': {
      const row = model.knowledge.find(({ fact }) => fact === 'emergency.affected');
      const since = row?.true ?? null;
      const known = row?.seats.services ?? null;
      return since !== null && (known === null || known.at - since > SILENCE_MINUTES * MINUTE);
    }
    case 'wrongList':
      return (
        (model.losses.byCause.find(({ cause }) => cause === 'wrongNumber')?.tonight ?? 0) >= WRONG_LIST_CALLS
      );
    case 'publicAdvice':
      return grade('ministryVoice') === 'missed';
    case 'attack':
      return grade('anssiWord') !== 'met';
    default: {
      const limit = milestone === undefined ? undefined : LATE[milestone];
      const row = model.milestones.find((each) => each.id === milestone);
      if (limit === undefined || row === undefined) return false;
      return row.content === null || row.content > limit * MINUTE;
    }
  }
}
