import { useTexts } from '../../client/hooks.ts';
import { usePlayState, useSeatView } from '../../client/playHooks.ts';
import type { ChoiceView } from '../../view/seatView.ts';
import { deputyDoubt, deputyReason, type Reason } from './deputyReason.ts';
import { usePlayWords } from './words.ts';

/** What the deputy says of each option of a choice. Never which is better. */
export function Deputy({ choice }: { readonly choice: ChoiceView }) {
  const words = usePlayWords();
  return (
    <dl className="deputy">
      {choice.options.map((option) => (
        <div key={option.id}>
          <dt>{words.option(choice.dilemma, option.id)}</dt>
          <Sides choice={choice} option={option} />
        </div>
      ))}
    </dl>
  );
}

/**
 * Two lines for an option: the strongest reason for it from what the seat holds, or what would have to be known to have
 * one; and what speaks against it, whom it takes or what is not known.
 */
function Sides({
  choice,
  option,
}: {
  readonly choice: ChoiceView;
  readonly option: ChoiceView['options'][number];
}) {
  const t = useTexts();
  const words = usePlayWords();
  const facts = useSeatView((view) => view.facts);
  const offers = useSeatView((view) => view.offers);
  const pools = useSeatView((view) => view.pools);
  const minute = usePlayState((state) => Math.floor((state.clock?.at ?? 0) / 60_000));
  const reason = deputyReason(choice, option, offers, facts);
  const until = words.hour((minute + option.minutes) * 60_000);

  const inFavour = (given: Reason): string => {
    switch (given.kind) {
      case 'because':
      case 'shared':
        return t(`console:deputy.${given.kind}`, {
          fact: words.statement(given.fact),
          source: words.source(given.fact.source),
        });
      case 'needs':
        return t('console:deputy.needs', { whether: words.whether(given.fact) });
      case 'wait':
        return given.fact === null
          ? t('console:deputy.wait')
          : t('console:deputy.waitUnknown', { whether: words.whether(given.fact) });
      case 'shortest':
        return t('console:deputy.shortest', { minutes: option.minutes });
      case 'lightest':
        return t('console:deputy.lightest', { people: t('console:people', { count: option.people }) });
      case 'bare':
        return t('console:deputy.bare');
    }
  };

  const against = (): string => {
    if (option.acts.length === 0) return t('console:deputy.still', { time: words.hour(choice.closesAt) });
    const taken = new Map<string, number>();
    for (const { pool, people } of option.steps) {
      const before = taken.get(pool) ?? 0;
      taken.set(pool, option.together ? before + people : Math.max(before, people));
    }
    const teams = [...taken]
      .map(([id, needed]) => {
        const free = pools.find((pool) => pool.id === id)?.free ?? 0;
        return { id, needed, free, left: free - needed };
      })
      .sort((a, b) => a.left - b.left);
    const tightest = teams[0];
    const said = (
      kind: 'short' | 'shortWaits' | 'last' | 'takes',
      { id, needed, free, left }: (typeof teams)[number],
    ): string =>
      t(`console:deputy.${kind}`, {
        people: t('console:people', { count: needed }),
        pool: words.pool(id),
        until,
        free,
        left,
      });
    if (tightest !== undefined && tightest.left < 0)
      return said(option.refusal === null ? 'shortWaits' : 'short', tightest);
    const doubt = deputyDoubt(option, offers);
    if (doubt !== null && reason.kind !== 'needs')
      return t('console:deputy.unknown', { whether: words.whether(doubt) });
    if (tightest === undefined) return t('console:deputy.time', { until });
    return said(tightest.left === 0 ? 'last' : 'takes', tightest);
  };

  return (
    <>
      <dd>{inFavour(reason)}</dd>
      <dd>{against()}</dd>
    </>
  );
}
