import { formatClock } from '../../client/clockTime.ts';
import type { DecisionRow } from '../../session/playProtocol.ts';

type Texts = (key: string, params: Readonly<Record<string, string>>) => string;

/** What a reason is made of, in the order one tells it. */
const GROUNDS = ['done', 'known', 'state', 'lacks', 'hour'] as const;

/** Why a machine acted: one sentence in the voice of its seat. */
export function reasonText(t: Texts, { key, params }: NonNullable<DecisionRow['why']>): string {
  if (key === 'measure')
    return t('play:why.measure', { measure: t(`play:measures.${params['measure']}.name`, {}) });
  const told = GROUNDS.flatMap((ground) =>
    (params[ground] ?? '')
      .split(' ')
      .filter((id) => id !== '')
      .map((id) => t(`play:why.${ground}.${id}`, {})),
  );
  // Two ids may be told by the same words.
  const clauses = [...new Set(told)];
  const from = params['from'] ?? '';
  if (from !== '') clauses.push(t('play:why.from', { time: formatClock(Number(from)) }));
  const reasons = [clauses.slice(0, -1).join(', '), ...clauses.slice(-1)]
    .filter((part) => part !== '')
    .join(t('play:why.and', {}));
  const sentence = t(`play:why.${key}`, { reasons, door: doorText(t, params) });
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function doorText(t: Texts, { fact, person, authority }: Readonly<Record<string, string>>): string {
  if (fact !== undefined) return t(`play:why.known.${fact}`, {});
  if (person !== undefined) return t(`play:why.person.${person}`, {});
  return authority === undefined ? '' : t(`play:why.authority.${authority}`, {});
}
