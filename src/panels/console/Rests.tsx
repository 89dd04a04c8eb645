import { usePlay, useSeatView } from '../../client/playHooks.ts';
import { useTexts } from '../../client/hooks.ts';
import type { FactView, MessageView, OfferView } from '../../view/seatView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { focusSoon } from './openAct.ts';
import { sureness } from './reportFacts.ts';
import { standing } from './standing.ts';
import { usePlayWords } from './words.ts';

/**
 * What an act or a choice rests on: what the seat knows of it, with its time and source, and what it does not. A letter
 * is known once it is opened; until then it is told as waiting, with the way to it.
 */
export function Rests({
  rests,
  letters = [],
}: {
  readonly rests: OfferView['rests'];
  readonly letters?: readonly MessageView[];
}) {
  const t = useTexts();
  const words = usePlayWords();
  const facts = useSeatView((view) => view.facts);
  if (rests.length === 0 && letters.length === 0)
    return <p className="quiet">{t('console:rests.nothing')}</p>;
  const known = standing(
    facts,
    rests.flatMap(({ statement }) => facts.find((each) => each.statement === statement) ?? []),
  );
  const firm = known.filter(({ confidence }) => sureness(confidence) === 'sure');
  const believed = known.filter((fact) => !firm.includes(fact));
  const unknown = rests.filter(({ statement }) => statement === null);
  const read = letters.filter(({ readAt }) => readAt !== null);
  const waiting = letters.filter(({ readAt }) => readAt === null);
  return (
    <dl className="rests">
      {firm.length + read.length > 0 && <dt>{t('console:rests.known')}</dt>}
      {read.map((letter) => (
        <dd key={`letter-${letter.id}`}>
          {words.body(letter, facts) || words.subject(letter, facts)}{' '}
          <span className="quiet">
            <ClockTime at={letter.arrivedAt} /> ·{' '}
            {words.source({ kind: 'message', from: letter.from, message: letter.id })}
          </span>
        </dd>
      ))}
      {firm.map((fact) => (
        <Held key={fact.statement} fact={fact} />
      ))}
      {believed.length > 0 && (
        <>
          <dt>{t('console:rests.believed')}</dt>
          {believed.map((fact) => (
            <Held key={fact.statement} fact={fact} />
          ))}
        </>
      )}
      {waiting.length > 0 && (
        <>
          <dt>{t('console:rests.unopened')}</dt>
          {waiting.map((letter) => (
            <Unopened key={letter.id} letter={letter} />
          ))}
        </>
      )}
      {unknown.length > 0 && (
        <>
          <dt>{t('console:rests.unknown')}</dt>
          {unknown.map(({ fact }) => (
            <dd key={fact}>{words.whether(fact)}</dd>
          ))}
        </>
      )}
    </dl>
  );
}

/** What says that calls fail without saying where. */
const PLACED: readonly string[] = ['voice.degraded', 'emergency.affected'];
const PLACES: readonly string[] = ['area', 'areas', 'servers', 'rooms'];

function Held({ fact }: { readonly fact: FactView }) {
  const t = useTexts();
  const words = usePlayWords();
  const nowhere = PLACED.includes(fact.type) && PLACES.every((name) => fact.about[name] === undefined);
  return (
    <dd>
      {words.statement(fact)}
      {nowhere && ` (${t('console:rests.nowhere')})`}{' '}
      <span className="quiet">
        <ClockTime at={fact.of} /> · {words.source(fact.source)}
        {sureness(fact.confidence) !== 'sure' && ` · ${t(`console:sure.${sureness(fact.confidence)}`)}`}
      </span>
    </dd>
  );
}

/** A letter that says why one is asked, and lies unopened in the tray. */
function Unopened({ letter }: { readonly letter: MessageView }) {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  // Its facts are not held before it is opened.
  const subject = words.subject(letter, []);
  return (
    <dd>
      {t('console:rests.letter', { subject, from: words.from(letter.from) })}{' '}
      <span className="quiet">
        <ClockTime at={letter.arrivedAt} />
      </span>{' '}
      <button
        type="button"
        className="link"
        onClick={() => {
          client.arrange({ tab: 'inTray' });
          focusSoon(`letter-${letter.id}`);
        }}
      >
        {t('console:rests.toLetter')}
        <span className="visually-hidden"> : {subject}</span>
      </button>
    </dd>
  );
}
