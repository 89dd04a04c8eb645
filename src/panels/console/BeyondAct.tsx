import { useTexts } from '../../client/hooks.ts';
import type { ActSpec } from '../../session/playProtocol.ts';
import type { OfferView } from '../../view/seatView.ts';
import { beyondAct } from './beyondAct.ts';
import type { Beyond } from './beyondAct.ts';
import { usePlayWords } from './words.ts';

/** What acts take beyond their own minutes: people who stay on, people of others, what rooms answer meanwhile. */
export function BeyondAct({
  specs,
  offers,
}: {
  readonly specs: readonly ActSpec[];
  readonly offers: readonly OfferView[];
}) {
  const t = useTexts();
  const words = usePlayWords();
  const line = (each: Beyond): string => {
    const { minutes } = each;
    if (each.kind === 'rooms')
      return t(each.percent > 0 ? 'console:beyond.more' : 'console:beyond.less', {
        rooms: each.rooms.join(', '),
        percent: Math.abs(each.percent),
        minutes,
      });
    const people = t('console:people', { count: each.people });
    return each.kind === 'stays'
      ? t('console:beyond.stays', { people, pool: words.pool(each.pool), minutes })
      : t('console:beyond.takes', { people, seat: words.who(each.seat), minutes });
  };
  const lasting = ({ lasts }: OfferView): string[] =>
    lasts === null
      ? []
      : [t(`console:beyond.${lasts.kind}`, { count: lasts.of, first: lasts.first, last: lasts.last })];
  const lines = [
    ...new Set([...specs.flatMap((spec) => beyondAct(spec).map(line)), ...offers.flatMap(lasting)]),
  ];
  return lines.length === 0 ? null : <p className="quiet">{lines.join(' ')}</p>;
}
