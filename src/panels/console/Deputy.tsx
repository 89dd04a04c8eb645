import { useTexts } from '../../client/hooks.ts';
import { useExercise, usePlayState, useSeatView } from '../../client/playHooks.ts';
import type { ChoiceView, OfferView } from '../../view/seatView.ts';
import { mergedRests } from './mergedRests.ts';
import { usePlayWords } from './words.ts';

/**
 * For an option, the strongest fact held that speaks for it and not for every other; against it, what is not known and
 * whom it takes until when. Never which option is better.
 */
export function Deputy({
  choice,
  option,
}: {
  readonly choice: ChoiceView;
  readonly option: ChoiceView['options'][number];
}) {
  const t = useTexts();
  const words = usePlayWords();
  const { play } = useExercise();
  const facts = useSeatView((view) => view.facts);
  const offers = useSeatView((view) => view.offers);
  const pools = useSeatView((view) => view.pools);
  const minute = usePlayState((state) => Math.floor((state.clock?.at ?? 0) / 60_000));
  const rests = restsOf(option.acts, offers);
  const others = choice.options.filter(({ id, acts }) => id !== option.id && acts.length > 0);
  // What every option rests on decides nothing between them.
  const own = rests.filter(
    ({ fact }) =>
      others.length === 0 ||
      !others.every(({ acts }) => restsOf(acts, offers).some((rest) => rest.fact === fact)),
  );
  const best = facts
    .filter(({ statement, superseded }) => !superseded && own.some((rest) => rest.statement === statement))
    .sort((a, b) => b.confidence - a.confidence || b.since - a.since)[0];
  const unknown = own.find(({ statement }) => statement === null);
  const specs = play.acts.filter(({ id }) => option.acts.includes(id));
  const taken = new Map<string, number>();
  for (const { needs } of specs) taken.set(needs.pool, (taken.get(needs.pool) ?? 0) + needs.people);
  const until = words.hour((minute + option.minutes) * 60_000);
  return (
    <ul className="deputy">
      <li>
        {best === undefined
          ? t(option.acts.length === 0 ? 'console:deputy.wait' : 'console:deputy.nothing')
          : t('console:deputy.because', { fact: words.statement(best), source: words.source(best.source) })}
      </li>
      {unknown !== undefined && (
        <li>{t('console:deputy.unknown', { whether: words.whether(unknown.fact) })}</li>
      )}
      {option.acts.length === 0 && (
        <li>{t('console:deputy.still', { time: words.hour(choice.closesAt) })}</li>
      )}
      {[...taken].map(([id, needed]) => {
        const free = pools.find((pool) => pool.id === id)?.free ?? 0;
        const people = t('console:people', { count: needed });
        const left = free - needed;
        return (
          <li key={id}>
            {left < 0
              ? t('console:deputy.short', { people, pool: words.pool(id), free })
              : t(left === 0 ? 'console:deputy.last' : 'console:deputy.takes', {
                  people,
                  pool: words.pool(id),
                  until,
                  left,
                })}
          </li>
        );
      })}
    </ul>
  );
}

const restsOf = (acts: readonly string[], offers: readonly OfferView[]): OfferView['rests'] =>
  mergedRests(offers.filter(({ act }) => acts.includes(act)));
