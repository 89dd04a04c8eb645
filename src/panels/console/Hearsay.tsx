import { useState } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { useExercise, usePlay, usePlayState } from '../../client/playHooks.ts';
import { FACTS, type FactType } from '../../session/playProtocol.ts';
import { AreaChoiceField } from '../orders/AreaChoiceField.tsx';
import { Refused } from './Refused.tsx';
import { RECIPIENT_CHOICES } from './recipients.ts';
import { usePlayWords } from './words.ts';
import { useDesk } from '../../client/playHooks.ts';

/** Facts that speak of places. */
const PLACED: readonly FactType[] = [
  'voice.degraded',
  'emergency.affected',
  'workaround.number',
  'workaround.crosses',
  'workaround.withdrawn',
  'restored',
];

/** "We hold this, said by X": what was heard across the room, its source marked. */
export function Hearsay() {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const { scenario } = useExercise();
  const refused = useDesk((desk) => desk.refused);
  const [from, setFrom] = useState<string>('');
  const [areas, setAreas] = useState<'all' | readonly string[]>([]);
  const [more, setMore] = useState(false);
  const others = RECIPIENT_CHOICES.filter((id) => id !== seat && id !== 'public');
  const who = from === '' ? others[0] : from;
  const hear = (fact: FactType): void => {
    const about = PLACED.includes(fact) && areas !== 'all' && areas.length > 0 ? { areas } : {};
    void client.command(seat, { type: 'hear', from: who, fact, about });
  };
  return (
    <section className="section" aria-labelledby="hearsay-title">
      <h3 id="hearsay-title">{t('console:hearsay.title')}</h3>
      <p className="quiet">{t('console:hearsay.note')}</p>
      <label className="field">
        <span>{t('console:hearsay.from')}</span>
        <select value={who} onChange={(event) => setFrom(event.target.value)}>
          {others.map((id) => (
            <option key={id} value={id}>
              {words.who(id)}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={more}
          onChange={(event) => {
            setMore(event.target.checked);
            setAreas([]);
          }}
        />
        <span>{t('console:hearsay.where')}</span>
      </label>
      {more && (
        <AreaChoiceField
          name="hearsay"
          label={t('play:asks.areas')}
          scenario={scenario}
          value={areas}
          onChange={(value) => setAreas(value === 'all' || Array.isArray(value) ? value : [])}
          message={null}
        />
      )}
      <ul className="hearsay-facts">
        {FACTS.map((fact) => (
          <li key={fact}>
            <button type="button" className="chip" onClick={() => hear(fact)}>
              {words.fact(fact)}
            </button>
          </li>
        ))}
      </ul>
      {refused?.body.type === 'hear' && <Refused refusal={refused.refusal} />}
    </section>
  );
}
