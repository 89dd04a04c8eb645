import { useTexts } from '../../client/hooks.ts';
import { useDesk, usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import type { ChoiceView } from '../../view/seatView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { ActList } from './ActList.tsx';
import { DilemmaCard } from './DilemmaCard.tsx';
import { focusSoon } from './openAct.ts';
import { Queue, TakeOut } from './Queue.tsx';
import { usePlayWords } from './words.ts';

/** Choices in front of somebody at a time. */
const AT_ONCE = 3;

/** Choices that are open, those put aside, then every act. */
export function Decide() {
  const t = useTexts();
  const client = usePlay();
  const words = usePlayWords();
  const choices = useSeatView((view) => view.choices);
  const aside = useDesk((desk) => desk.aside);
  // What stopped the clock comes first, then what closes first.
  const stopped = usePlayState((state) => state.clock?.beat?.id ?? '');
  const rank = ({ dilemma, closesAt }: ChoiceView): number => (dilemma === stopped ? 0 : closesAt);
  const finished = usePlayState((state) => state.clock?.finished === true);
  // Once it is over, nothing is left to be decided: what had been, and what had not.
  if (finished) return <Past choices={choices} open />;
  const open = choices.filter(({ state }) => state === 'open').sort((a, b) => rank(a) - rank(b));
  const front = open.filter(({ dilemma }) => !aside.includes(dilemma)).slice(0, AT_ONCE);
  const later = open.filter((choice) => !front.includes(choice));
  const past = choices.filter(({ state }) => state !== 'open');
  return (
    <div className="panel-stack">
      {front.map((choice) => (
        <DilemmaCard key={choice.dilemma} choice={choice} />
      ))}
      {later.length > 0 && (
        <section aria-labelledby="aside-title">
          <h3 id="aside-title">{t('console:dilemma.later')}</h3>
          <ul className="plain-list">
            {later.map(({ dilemma, closesAt }) => (
              <li key={dilemma}>
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    client.arrange({ aside: aside.filter((each) => each !== dilemma) });
                    focusSoon(`dilemma-${dilemma}`);
                  }}
                >
                  {words.question(dilemma)}
                </button>{' '}
                <span className="quiet">
                  {t('console:dilemma.until')} <ClockTime at={closesAt} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Coming choices={choices} />
      <Queue />
      <ActList />
      {past.length > 0 && <Past choices={past} />}
    </div>
  );
}

/** What of the choices made has not begun yet, and what could not begin. */
function Coming({ choices }: { readonly choices: readonly ChoiceView[] }) {
  const t = useTexts();
  const words = usePlayWords();
  const lines = choices.flatMap(({ dilemma, coming, refused }) => [
    ...coming.map(({ act, waits, on, until }) => ({
      key: `${dilemma}-${act}`,
      out: waits === 'people' ? act : null,
      text: t(
        `console:dilemma.${waits === 'act' ? 'comingAct' : until === null ? 'comingSome' : 'comingPeople'}`,
        {
          act: words.act(act),
          on: waits === 'act' ? words.act(on) : words.pool(on),
          until: until === null ? '' : words.hour(until),
        },
      ),
    })),
    ...refused.map(({ act, refusal }) => ({
      key: `${dilemma}-${act}-refused`,
      out: null,
      text: t('console:dilemma.notBegun', { act: words.act(act), why: words.refusal(refusal) }),
    })),
  ]);
  if (lines.length === 0) return null;
  return (
    <ul className="plain-list">
      {lines.map(({ key, text, out }) => (
        <li key={key}>
          {text} {out !== null && <TakeOut act={out} />}
        </li>
      ))}
    </ul>
  );
}

function Past({
  choices,
  open = false,
}: {
  readonly choices: readonly ChoiceView[];
  readonly open?: boolean;
}) {
  const t = useTexts();
  const words = usePlayWords();
  return (
    <details className="more" open={open}>
      <summary>{t('console:dilemma.past', { count: choices.length })}</summary>
      <dl className="rests">
        {choices.map(({ dilemma, option, act, state, openedAt }) => (
          <div key={dilemma}>
            <dt>
              <ClockTime at={openedAt} /> {words.question(dilemma)}
            </dt>
            <dd>
              {state === 'chosen' && option !== null
                ? words.option(dilemma, option)
                : option === null
                  ? t('console:dilemma.ignored')
                  : t('console:dilemma.ignoredThen', { option: words.option(dilemma, option) })}
              {act !== null && (
                <span className="under">{t('console:dilemma.byAct', { act: words.act(act) })}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
