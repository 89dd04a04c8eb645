import type { ScenarioInfo } from '../scenario/info.ts';
import type { BoardArea, BoardModel, BoardServer, BoardToken } from './boardModel.ts';
import type { AreaView, EveningView, ServerView } from './eveningView.ts';

/** Fewer attempts than this over 15 minutes say nothing of a share. */
const TOO_FEW = 8;
/** Answered calls under way per call-taker at which a département is as warm as it gets. */
const FULL_WARMTH = 0.8;

/** What the table draws of a view. `previousAt` is the time of the view before, to spread filaments over the step. */
export function buildBoardModel(view: EveningView, scenario: ScenarioInfo, previousAt: number): BoardModel {
  const attempts15 = view.areas.reduce((sum, area) => sum + area.attempts15, 0);
  const unrouted15 = view.areas.reduce((sum, area) => sum + area.unrouted15, 0);
  const span = Math.max(1, view.at - previousAt);
  return {
    at: view.at,
    track: { from: scenario.clock.from, to: scenario.clock.windowEnd, tokens: tokens(view, scenario) },
    servers: view.servers.map(server),
    areas: view.areas.map(area),
    flows: view.flows.map((flow) => ({
      key: String(flow.attempt),
      area: flow.area,
      server: flow.server,
      fate: flow.fate,
      phase: Math.min(1, Math.max(0, (flow.at - previousAt) / span)),
    })),
    callsPerFlow: Math.max(1, Math.ceil(view.flowsTotal / Math.max(1, view.flows.length))),
    counters: [
      { key: 'lost', value: view.totals.unrouted },
      { key: 'lostReference', value: view.reference.unrouted },
      { key: 'neverServed', value: view.totals.neverServed, ordinary: view.ordinary.neverServed },
      { key: 'answered', value: view.totals.answered },
      { key: 'waiting', value: view.totals.waitingNow },
    ],
    lossNow: attempts15 < TOO_FEW ? 0 : unrouted15 / attempts15,
    selected: view.selected === null ? null : selectedKey(view),
  };
}

function selectedKey(view: EveningView): string | null {
  const selection = view.selected?.selection;
  if (!selection) return null;
  return selection.kind === 'server' ? selection.id : selection.code;
}

const share = (unrouted: number, attempts: number): number | null =>
  attempts < TOO_FEW ? null : unrouted / attempts;

function server(view: ServerView): BoardServer {
  const modules = view.modules.length;
  return {
    key: view.id,
    fill: view.fill,
    modulesUp: view.modulesUp,
    modules,
    state: view.isolated
      ? 'isolated'
      : view.modulesUp === 0
        ? 'down'
        : view.modulesUp < modules
          ? 'partly'
          : 'up',
    loss: share(view.unrouted15, view.attempts15),
  };
}

const sum = (three: readonly number[]): number => three.reduce((total, value) => total + value, 0);

function area(view: AreaView): BoardArea {
  return {
    key: view.code,
    loss: share(view.unrouted15, view.attempts15),
    warmth: Math.min(1, sum(view.talking) / Math.max(1, sum(view.takers)) / FULL_WARMTH),
    waiting: sum(view.waiting),
    badge: view.goneAround ? 'around' : view.tenDigit === 'published' ? 'tenDigit' : 'none',
  };
}

function tokens(view: EveningView, scenario: ScenarioInfo): BoardToken[] {
  const ghosts = scenario.chronology
    .filter((moment) => moment.ghost)
    .map((moment) => ({
      key: `ghost:${moment.key}`,
      at: moment.at,
      kind: 'ghost' as const,
      labelKey: `scenario:chronology.${moment.key}`,
      passed: moment.at <= view.at,
    }));
  const orders = view.orders.map((order) => ({
    key: `order:${order.key}`,
    at: order.at,
    kind: 'order' as const,
    labelKey: `scenario:orders.${order.type}`,
    passed: order.at <= view.at,
  }));
  return [...ghosts, ...orders];
}
