import { useState } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { useDesk, useExercise, usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import type { ChoiceView } from '../../view/seatView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { focusSoon } from './openAct.ts';
import { Deputy } from './Deputy.tsx';
import { DilemmaOption } from './DilemmaOption.tsx';
import { firmest } from './firmest.ts';
import { kinOf, mergedRests, ownOf } from './mergedRests.ts';
import { Rests } from './Rests.tsx';
import { usePointedAt } from './useGuide.ts';
import { usePlayWords } from './words.ts';

/** An open choice: the question, what one knows and does not, and what each side takes. Never a chance of success. */
export function DilemmaCard({ choice }: { readonly choice: ChoiceView }) {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const aside = useDesk((desk) => desk.aside);
  const offers = useSeatView((view) => view.offers);
  const minute = usePlayState((state) => Math.floor((state.clock?.at ?? 0) / 60_000));
  const { play } = useExercise();
  const [deputy, setDeputy] = useState(false);
  const { dilemma } = choice;
  const pointed = usePointedAt(`dilemma-${dilemma}`);
  const spec = play.dilemmas.find(({ id }) => id === dilemma);
  const ignored = spec?.ignored ?? null;
  const facts = useSeatView((view) => view.facts);
  const ofActs = mergedRests(
    choice.options.flatMap(({ acts }) => offers.filter(({ act }) => acts.includes(act))),
  );
  const letters = useSeatView((view) => view.inTray);
  // What brought the choice up, and what its question takes for granted, are shown whatever its acts rest on.
  const granted = [
    ...(spec?.trigger.holds ?? []),
    ...(spec?.rests ?? []).flatMap((rest) => ('fact' in rest ? [rest.fact] : [])),
  ];
  const named = [
    ...[...new Set(granted)]
      .filter((type) => ofActs.every(({ fact }) => fact !== type))
      .map((fact) => ({ fact, statement: firmest(facts, fact)?.statement ?? null })),
    ...ofActs,
  ];
  const rests = [...named, ...ownOf(named, facts), ...kinOf(named, facts)];
  const keys = (spec?.rests ?? []).flatMap((rest) => ('letters' in rest ? rest.letters : []));
  const brought = letters.filter(({ key }) => key !== null && keys.includes(key));
  return (
    <article className="dilemma" aria-labelledby={`dilemma-${dilemma}`}>
      <h3 id={`dilemma-${dilemma}`} className={pointed ? 'pointed' : undefined} tabIndex={-1}>
        {words.question(dilemma)}
      </h3>
      <p className="quiet">
        {t('console:dilemma.since')} <ClockTime at={choice.openedAt} /> · {t('console:dilemma.until')}{' '}
        <ClockTime at={choice.closesAt} />
        {` (${t('console:dilemma.left', { count: Math.max(0, Math.ceil(choice.closesAt / 60_000) - minute) })}). `}
        {ignored === null
          ? t('console:dilemma.unansweredNothing')
          : t('console:dilemma.unanswered', { option: words.option(dilemma, ignored) })}
      </p>
      {rests.length + brought.length > 0 && <Rests rests={rests} letters={brought} />}
      <ol className="options">
        {choice.options.map((option) => (
          <DilemmaOption key={option.id} choice={choice} option={option} />
        ))}
      </ol>
      <div className="buttons">
        <button type="button" className="link" aria-expanded={deputy} onClick={() => setDeputy(!deputy)}>
          {t('console:dilemma.deputy')}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => {
            client.arrange({ aside: [...aside, dilemma] });
            focusSoon('acts-title');
          }}
        >
          {t('console:dilemma.aside')}
        </button>
      </div>
      {/* Below everything that can be pressed: what unfolds moves nothing under a finger. */}
      {deputy && <Deputy choice={choice} />}
    </article>
  );
}
