import { DIALLED } from '../callflow/attemptLog.ts';
import { CAUSES } from '../callflow/cause.ts';
import type { Evening } from '../callflow/evening.ts';
import { OUTCOME } from '../callflow/outcome.ts';
import { NUMBERS, OPERATORS, ORIGINS } from '../callflow/spec.ts';
import type { Story } from './eveningView.ts';

const OUTCOMES = Object.fromEntries(Object.entries(OUTCOME).map(([name, code]) => [code, name])) as Record<
  number,
  Story['outcome']
>;

/** The call to which an attempt belongs, from its first try to where it stands now. Null when there is no such attempt. */
export function tellStory(evening: Evening, attempt: number): Story | null {
  const { log, callers, spec } = evening;
  if (!Number.isInteger(attempt) || attempt < 0 || attempt >= log.count) return null;
  const caller = log.caller[attempt]!;
  const attempts: Story['attempts'][number][] = [];
  for (let i = log.firstFrom(callers.arrival[caller]!); i < log.count; i++) {
    if (log.caller[i] !== caller) continue;
    const server = log.server(i);
    attempts.push({
      attempt: i,
      at: log.at[i]!,
      answered: log.answered[i]! || null,
      end: log.end[i]! || null,
      dialled: dialledName(log.dialled(i)),
      from: ORIGINS[log.origin(i)]!,
      server: server < 0 ? null : spec.network.servers[server]!.id,
      module: server < 0 ? null : log.module(i),
      cause: CAUSES[log.cause(i)]!,
    });
  }
  return {
    caller,
    area: spec.areas[callers.area[caller]!]!.code,
    number: NUMBERS[callers.number[caller]!]!,
    origin: ORIGINS[callers.origin[caller]!]!,
    operator: OPERATORS[callers.operator[caller]!]!,
    firstAt: callers.arrival[caller]!,
    attempts,
    outcome: OUTCOMES[evening.outcome[caller]!]!,
  };
}

function dialledName(code: number): Story['attempts'][number]['dialled'] {
  if (code === DIALLED.tenDigit) return 'tenDigit';
  if (code === DIALLED.callback) return 'callback';
  return NUMBERS[code]!;
}
