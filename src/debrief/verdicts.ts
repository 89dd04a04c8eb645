import type { VerdictRow } from './debriefModel.ts';
import type { Verdict, VerdictContext } from './verdictContext.ts';
import * as network from './verdictsOfNetwork.ts';
import * as open from './verdictsOfPublic.ts';

const CRITERIA: Readonly<Record<string, (context: VerdictContext) => Verdict>> = {
  orangeRestore: network.orangeRestore,
  orangeTell: network.orangeTell,
  orangeProtect: network.orangeProtect,
  orangePromise: network.orangePromise,
  ministryKnow: open.ministryKnow,
  ministryVoice: open.ministryVoice,
  ministryRooms: open.ministryRooms,
  ministryReassure: open.ministryReassure,
  anssiWord: network.anssiWord,
  anssiProof: network.anssiProof,
  anssiOther: network.anssiOther,
  anssiDelay: network.anssiDelay,
  servicesSearch: open.servicesSearch,
  servicesWait: open.servicesWait,
  servicesLast: open.servicesLast,
  servicesDoors: open.servicesDoors,
};

/** A word on each goal of each seat, and on the pull against them. A goal without a criterion stays unknown. */
export function verdictRows(context: VerdictContext): VerdictRow[] {
  return context.exercise.ground.play.seats.flatMap(({ seat, goals, pull }) =>
    [...goals, pull].map((goal) => ({
      seat,
      goal,
      notes: [],
      acts: [],
      ...(CRITERIA[goal]?.(context) ?? { grade: 'unknown' as const, params: {} }),
    })),
  );
}
