import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { useDesk, useExercise, usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import type { ActSpec } from '../../session/playProtocol.ts';
import type { ChoiceView } from '../../view/seatView.ts';
import { BeyondAct } from './BeyondAct.tsx';
import { canWait } from './canWait.ts';
import { Costs } from './Costs.tsx';
import { focusSoon } from './openAct.ts';
import { Refused } from './Refused.tsx';
import { Says } from './Says.tsx';
import { Steps } from './Steps.tsx';
import { usePlayWords } from './words.ts';

type Option = ChoiceView['options'][number];

/** What is lost or cut cannot be had again. */
const FOR_GOOD: readonly string[] = ['irreversible', 'evidenceLost', 'callsCut'];
/** Operations that nothing takes back: strength used up, trust moved. */
const USED_UP: readonly string[] = ['spend', 'trust'];

/** Whether an option can be undone, as far as its data tell: what is said stays said. Null where its costs tell already. */
function wayBack(option: Option, acts: readonly ActSpec[]): 'said' | 'free' | null {
  if (option.acts.length === 0 || option.costs.some((cost) => FOR_GOOD.includes(cost))) return null;
  if (option.says !== null) return 'said';
  return acts.some(({ effects }) => effects.some(({ op }) => USED_UP.includes(op))) ? null : 'free';
}

/** One side of a choice: who, how long, what it takes and says, whether there is a way back. */
export function DilemmaOption({
  choice: { dilemma },
  option,
}: {
  readonly choice: ChoiceView;
  readonly option: Option;
}) {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const refused = useDesk((desk) => desk.refused);
  const offers = useSeatView((view) => view.offers);
  const { play } = useExercise();
  const held =
    refused?.body.type === 'choose' && refused.body.dilemma === dilemma && refused.body.option === option.id;
  const waits = canWait(option.refusal);
  const refusal = held ? refused.refusal : option.refusal;
  const validation = offers.find(
    ({ act, validation: waits }) => waits !== null && option.acts.includes(act),
  )?.validation;
  // What its acts would repeat is said before they are taken.
  const repeated = offers.flatMap(({ act, again }) =>
    option.acts.includes(act) && again !== null ? [{ act, again }] : [],
  );
  const acts = play.acts.filter(({ id }) => option.acts.includes(id));
  const back = wayBack(option, acts);
  const choose = async (): Promise<void> => {
    const body = {
      type: 'choose',
      dilemma,
      option: option.id,
      ...(waits && { soon: true as const }),
    } as const;
    if (!(await client.command(seat, body))) return;
    client.arrange({ chosenAt: client.store.getSnapshot().context.clock?.at ?? null });
    focusSoon('acts-title');
  };
  return (
    <li className="option">
      <p className="option-name">{words.option(dilemma, option.id)}</p>
      <p className="act-note">
        {option.acts.length === 0
          ? t('console:dilemma.nobody')
          : t('console:acts.short', {
              people: t('console:people', { count: option.people }),
              minutes: option.minutes,
            })}
      </p>
      {/* The button stays in sight over these, never over what the option is called. */}
      <div className="option-more">
        <Steps option={option} />
        {validation != null && <p className="quiet">{t('console:acts.validation', { ...validation })}</p>}
        {repeated.map(({ act, again }) => (
          <p key={act}>
            <strong>{words.act(act)}.</strong> {words.again(again)}
          </p>
        ))}
        {option.says !== null && <Says says={option.says} />}
        <BeyondAct specs={acts} offers={offers.filter(({ act }) => option.acts.includes(act))} />
        <Costs costs={option.costs} acts={acts} />
        {back !== null && <p className="quiet">{t(`console:dilemma.wayBack.${back}`)}</p>}
        {refusal !== null && <Refused refusal={refusal} id={`refused-${dilemma}-${option.id}`} />}
        <div className="option-foot">
          <ChooseButton
            label={t(waits ? 'console:dilemma.chooseSoon' : 'console:dilemma.choose')}
            option={words.option(dilemma, option.id)}
            refused={option.refusal !== null && !waits}
            describedBy={refusal === null ? undefined : `refused-${dilemma}-${option.id}`}
            onChoose={() => void choose()}
          />
        </div>
      </div>
    </li>
  );
}

/**
 * A choice is pressed twice, in place: the first press only asks, and the button beside it, what is pressed elsewhere,
 * Escape or leaving takes it back. The two quick presses of one hand count as one. What is refused says so at the first.
 */
function ChooseButton({
  label,
  option,
  refused,
  describedBy,
  onChoose,
}: {
  readonly label: string;
  readonly option: string;
  readonly refused: boolean;
  readonly describedBy: string | undefined;
  readonly onChoose: () => void;
}) {
  const t = useTexts();
  const [asked, setAsked] = useState(false);
  const both = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!asked) return undefined;
    const elsewhere = ({ target }: Event): void => {
      if (!(target instanceof Node && both.current?.contains(target) === true)) setAsked(false);
    };
    const escape = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setAsked(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('keydown', escape);
    };
  }, [asked]);
  return (
    <>
      <div
        ref={both}
        className="choose-both"
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) setAsked(false);
        }}
      >
        <button
          ref={button}
          type="button"
          className={asked ? 'button button-main choose' : 'button choose'}
          aria-disabled={refused}
          aria-describedby={describedBy}
          onClick={({ detail }) => {
            if (refused || (asked && detail < 2)) onChoose();
            if (!refused && detail < 2) setAsked(!asked);
          }}
        >
          {asked ? t('console:dilemma.confirm') : label}
          <span className="visually-hidden"> : {option}</span>
        </button>
        {asked && (
          <button
            type="button"
            className="button"
            onClick={() => {
              setAsked(false);
              button.current?.focus();
            }}
          >
            {t('console:dilemma.cancel')}
            <span className="visually-hidden"> : {option}</span>
          </button>
        )}
      </div>
      <span role="status" className="visually-hidden">
        {asked && t('console:dilemma.asked')}
      </span>
    </>
  );
}
