import type { SeatId } from '../../session/playProtocol.ts';
import type { OfferView } from '../../view/seatView.ts';

/** As many as one can weigh against each other. */
const MOST = 5;

/** Acts that inform and commit to nothing, in the order in which somebody new to the seat would think of them. */
const FIRST: Readonly<Record<SeatId, readonly string[]>> = {
  orange: [
    'orange.readAlarms',
    'orange.readVoice',
    'orange.readOperationLog',
    'orange.correlateComplaints',
    'orange.testCalls',
    'orange.callVendor',
    'orange.askOperators',
  ],
  ministry: [
    'ministry.readReports',
    'ministry.ringRooms',
    'ministry.readHealthChain',
    'ministry.readPoliceChain',
    'ministry.askOperator',
    'ministry.watchMedia',
    'ministry.askAnssi',
  ],
  anssi: [
    'anssi.readSignals',
    'anssi.serveSecondCase',
    'anssi.ringOperators',
    'anssi.callVendorDesk',
    'anssi.callAbroad',
  ],
  services: [
    'services.compareCalls',
    'services.readCuts',
    'services.checkEquipment',
    'services.ringNeighbours',
    'services.radioNeighbours',
    'services.askState',
    'services.watchSocial',
  ],
};

/** The first acts of a seat that are still to be done and can be begun, or are under way. */
export function firstActs(seat: SeatId, offers: readonly OfferView[]): readonly string[] {
  return FIRST[seat]
    .filter((id) => {
      const offer = offers.find(({ act }) => act === id);
      const possible = offer?.refusal == null || offer.refusal.code === 'underWay';
      return offer !== undefined && offer.timesDone === 0 && possible;
    })
    .slice(0, MOST);
}
