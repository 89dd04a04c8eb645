import { useFigures, useTexts } from '../../client/hooks.ts';
import type { SaidView, SaysView } from '../../view/seatView.ts';
import { ageOf, usePlayWords } from './words.ts';
import { sureness } from './reportFacts.ts';
import { usePlayState } from '../../client/playHooks.ts';
import { withArgs } from './withArgs.ts';

/** Lines shown without unfolding: a page is longer. */
const IN_SIGHT = 4;

/**
 * What an act or an option would say in one's name if it were taken now: each word with how sure it is and its hour, the
 * advice, the numbers given out, and what one has nothing to say of.
 */
export function Says({
  says,
  args = {},
}: {
  readonly says: SaysView;
  readonly args?: Readonly<Record<string, unknown>>;
}) {
  const t = useTexts();
  const figures = useFigures();
  const words = usePlayWords();
  const seat = usePlayState((state) => state.seat);
  const now = usePlayState((state) => Math.floor((state.clock?.at ?? 0) / 60_000) * 60_000);
  const { to, said, nothingOn, past, toBeSeen, against, wording, losses, kept, numbers } = withArgs(
    says,
    args,
  );
  const line = (each: SaidView): string => {
    const sure = t(`console:sure.${sureness(each.confidence)}`);
    const old = ageOf(each.of, now) !== 'fresh';
    const params = { fact: words.statement(each), sure, hour: words.hour(each.of) };
    return t(old ? 'console:says.factOf' : 'console:says.fact', params);
  };
  const whether = (types: SaysView['nothingOn']): string =>
    types.map((type) => words.whether(type)).join(', ');
  const firm = said.filter(({ confidence }) => sureness(confidence) !== 'doubtful');
  const doubtful = said.filter((each) => !firm.includes(each));
  const lines = [
    ...(wording === null
      ? []
      : [
          wording === ''
            ? t('console:says.adviceToChoose')
            : t('console:says.advice', { wording: t(`play:wordings.${wording}`) }),
        ]),
    ...(numbers === null
      ? []
      : [
          numbersLine(t, words, numbers),
          ...numbers.wrongIn.slice(0, IN_SIGHT).map(({ area, at, by }) =>
            t(`console:says.${by === null ? 'wrongInList' : by === seat ? 'wrongInOurs' : 'wrongIn'}`, {
              where: words.detail({ area }),
              hour: words.hour(at),
              who: words.who(by ?? ''),
            }),
          ),
        ]),
    ...(losses === null
      ? []
      : [
          losses === 'unknown'
            ? t('console:says.lossesUnknown')
            : t('console:says.losses', { low: figures.count(losses.low), high: figures.count(losses.high) }),
        ]),
    ...firm.map(line),
    ...doubtful.map((each) => t('console:says.doubt', { line: line(each) })),
    ...(toBeSeen.length === 0 ? [] : [t('console:says.toBeSeen', { what: whether(toBeSeen) })]),
    ...(past.length === 0 ? [] : [t('console:says.past', { what: whether(past) })]),
    ...(nothingOn.length === 0 ? [] : [t('console:says.nothingOn', { what: whether(nothingOn) })]),
  ];
  if (nothingOn.length > 0 && lines.length === 1 && against === null)
    return (
      <p className="says quiet">
        {t(to.length === 0 ? 'console:says.nothingYetAll' : 'console:says.nothingYet', {
          to: words.toAll(to),
          what: whether(nothingOn),
        })}
      </p>
    );
  const page = to.length === 1 && to[0] === 'primeMinister';
  const title = page
    ? t('console:says.page', { to: words.toAll(to) })
    : to.length === 0
      ? t('console:says.titleAll')
      : t('console:says.title', { to: words.toAll(to) });
  const list = (
    <ul className="says-lines">
      {lines.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
  const warning = (
    <>
      {against !== null && (
        <p>
          <strong>
            {t('console:says.against', { what: words.statement(against), hour: words.hour(against.of) })}
          </strong>
        </p>
      )}
      {kept.length > 0 && (
        <p>{t('console:says.kept', { what: kept.map((type) => words.fact(type)).join(', ') })}</p>
      )}
    </>
  );
  if (lines.length > IN_SIGHT && !page)
    return (
      <>
        {warning}
        <details className="says">
          <summary>{t('console:says.more', { title, count: lines.length })}</summary>
          {list}
        </details>
      </>
    );
  return (
    <div className="says">
      {warning}
      <p className="quiet">{title}</p>
      {list}
    </div>
  );
}

function numbersLine(
  t: ReturnType<typeof useTexts>,
  words: ReturnType<typeof usePlayWords>,
  { areas, tested, faulty }: NonNullable<SaysView['numbers']>,
): string {
  if (areas.length === 0) return t('console:says.noNumbers');
  const where = words.detail({ areas });
  const how = (
    [
      ['tested', tested.length],
      ['faulty', faulty.length],
      ['untried', areas.length - tested.length - faulty.length],
    ] as const
  ).filter(([, count]) => count > 0);
  if (areas.length === 1) return t(`console:says.number.${how[0]?.[0] ?? 'untried'}`, { where });
  return t('console:says.numbers.line', {
    where,
    parts: how.map(([kind, count]) => t(`console:says.numbers.${kind}`, { count })).join(', '),
  });
}
