import { useState } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { useDesk, useExercise, usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import type { ChoiceView } from '../../view/seatView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { BeyondAct } from './BeyondAct.tsx';
import { Costs } from './Costs.tsx';
import { focusSoon } from './openAct.ts';
import { Deputy } from './Deputy.tsx';
import { firmest } from './firmest.ts';
import { mergedRests } from './mergedRests.ts';
import { Refused } from './Refused.tsx';
import { Rests } from './Rests.tsx';
import { Says } from './Says.tsx';
import { Steps } from './Steps.tsx';
import { usePointedAt } from './useGuide.ts';
import { usePlayWords } from './words.ts';

/** What is lost or cut cannot be had again. */
const FOR_GOOD: readonly string[] = ['irreversible', 'evidenceLost', 'callsCut'];

/** An open choice: the question, what one knows and does not, and what each side takes. Never a chance of success. */
export function DilemmaCard({ choice }: { readonly choice: ChoiceView }) {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const aside = useDesk((desk) => desk.aside);
  const refused = useDesk((desk) => desk.refused);
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
  const rests = [
    ...[...new Set(granted)]
      .filter((type) => ofActs.every(({ fact }) => fact !== type))
      .map((fact) => ({ fact, statement: firmest(facts, fact)?.statement ?? null })),
    ...ofActs,
  ];
  const keys = (spec?.rests ?? []).flatMap((rest) => ('letters' in rest ? rest.letters : []));
  const brought = letters.filter(({ key }) => key !== null && keys.includes(key));
  const choose = async (option: string, soon: boolean): Promise<void> => {
    const body = { type: 'choose', dilemma, option, ...(soon && { soon: true as const }) } as const;
    if (!(await client.command(seat, body))) return;
    client.arrange({ chosenAt: client.store.getSnapshot().context.clock?.at ?? null });
    focusSoon('acts-title');
  };
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
      <Rests rests={rests} letters={brought} />
      <ol className="options">
        {choice.options.map((option) => {
          const held =
            refused?.body.type === 'choose' &&
            refused.body.dilemma === dilemma &&
            refused.body.option === option.id;
          // Only people are missing, and they will be back: its first step can be ordered for then.
          const canWait = option.refusal?.code === 'people' && option.refusal.params['until'] !== undefined;
          const refusal = held ? refused.refusal : option.refusal;
          const validation = offers.find(
            ({ act, validation: waits }) => waits !== null && option.acts.includes(act),
          )?.validation;
          return (
            <li key={option.id} className="option">
              <p className="option-name">{words.option(dilemma, option.id)}</p>
              <p className="act-note">
                {option.acts.length === 0
                  ? t('console:dilemma.nobody')
                  : t('console:acts.short', {
                      people: t('console:people', { count: option.people }),
                      minutes: option.minutes,
                    })}
              </p>
              <Steps option={option} />
              {validation != null && (
                <p className="quiet">{t('console:acts.validation', { ...validation })}</p>
              )}
              {option.says !== null && <Says says={option.says} />}
              <BeyondAct specs={play.acts.filter(({ id }) => option.acts.includes(id))} />
              <Costs costs={option.costs} />
              {option.acts.length > 0 && !option.costs.some((cost) => FOR_GOOD.includes(cost)) && (
                <p className="quiet">{t('console:dilemma.wayBack')}</p>
              )}
              {deputy && <Deputy choice={choice} option={option} />}
              {refusal !== null && <Refused refusal={refusal} id={`refused-${dilemma}-${option.id}`} />}
              <button
                type="button"
                className="button"
                aria-disabled={option.refusal !== null && !canWait}
                aria-describedby={refusal === null ? undefined : `refused-${dilemma}-${option.id}`}
                onClick={() => void choose(option.id, canWait)}
              >
                {t(canWait ? 'console:dilemma.chooseSoon' : 'console:dilemma.choose')}
                <span className="visually-hidden"> : {words.option(dilemma, option.id)}</span>
              </button>
            </li>
          );
        })}
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
    </article>
  );
}
