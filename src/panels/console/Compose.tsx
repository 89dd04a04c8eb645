import { Fragment, useState } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { canJoin, channelsTo, routeTo } from '../../client/messageRoutes.ts';
import { useDesk, usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import { EMPTY_MESSAGE, type MessageDraft } from '../../client/playStore.ts';
import { Check } from '../orders/OrderFields.tsx';
import { AdviceByAct } from './AdviceByAct.tsx';
import { composing } from './composing.ts';
import { focusSoon } from './openAct.ts';
import { Places } from './Places.tsx';
import { RECIPIENT_CHOICES } from './recipients.ts';
import { Refused } from './Refused.tsx';
import { usePlayWords } from './words.ts';

/** As the engine allows. */
const LONGEST_TEXT = 2000;

/** A message with facts attached: machines answer the facts, people read the words too. */
export function Compose() {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const draft = useDesk((desk) => desk.message);
  const refused = useDesk((desk) => desk.refused);
  const facts = useSeatView((view) => view.facts);
  const answered = useSeatView((view) => view.inTray.find(({ id }) => id === draft.answers));
  // What has just left, until something else is begun.
  const [receipt, setReceipt] = useState<string | null>(null);
  const set = (change: Partial<MessageDraft>): void => {
    setReceipt(null);
    client.arrange({ message: { ...draft, ...change } });
  };
  const current = facts.filter(
    ({ statement, superseded }) => !superseded || draft.statements.includes(statement),
  );
  // Only an operator has customers of its own.
  const recipients = RECIPIENT_CHOICES.filter(
    (id) => id !== seat && (id !== 'customers' || seat === 'orange'),
  );
  const channels = channelsTo(seat, draft.to);
  const apart = recipients.some((id) => !draft.to.includes(id) && !canJoin(seat, draft.to, id));
  const said = draft.text.trim() !== '' || draft.statements.length > 0;
  const ready = draft.to.length > 0 && said;
  const send = async (): Promise<void> => {
    const { to, channel, statements, text, answers } = draft;
    const done = await client.command(seat, {
      type: 'send',
      to,
      channel,
      statements,
      text: text.trim(),
      ...(answers === null ? {} : { answers }),
    });
    if (done) {
      const { clock } = client.store.getSnapshot().context;
      setReceipt(
        t(`console:compose.done.${channel}`, { to: words.toAll(to), time: words.hour(clock?.at ?? 0) }),
      );
      client.arrange({ message: EMPTY_MESSAGE });
      focusSoon('compose-title');
    }
  };
  return (
    <form
      className="section compose"
      aria-labelledby="compose-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void send();
      }}
    >
      <h3 id="compose-title" tabIndex={-1}>
        {answered === undefined
          ? t('console:compose.title')
          : t('console:compose.answering', { subject: words.subject(answered, facts) })}
      </h3>
      {receipt !== null && (
        <p className="receipt">
          {receipt}{' '}
          <button type="button" className="link" onClick={() => focusSoon('sent-title')}>
            {t('console:compose.follow')}
          </button>
        </p>
      )}
      <fieldset className="chips-field">
        <legend>{t('console:compose.to')}</legend>
        {recipients.map((id) => (
          <label key={id} className="chip-check">
            <input
              type="checkbox"
              checked={draft.to.includes(id)}
              disabled={!draft.to.includes(id) && !canJoin(seat, draft.to, id)}
              onChange={(event) => {
                const to = event.target.checked ? [...draft.to, id] : draft.to.filter((each) => each !== id);
                set({ to, channel: routeTo(seat, to, draft.channel) });
              }}
            />
            <span>{words.who(id)}</span>
          </label>
        ))}
      </fieldset>
      {apart && <p className="quiet">{t('console:compose.apart')}</p>}
      <label className="field">
        <span>{t('console:compose.channel')}</span>
        <select
          value={draft.channel}
          aria-describedby="channel-note"
          onChange={(event) =>
            set({ channel: channels.find((each) => each === event.target.value) ?? draft.channel })
          }
        >
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {t(`play:channels.${channel}`)}
            </option>
          ))}
        </select>
      </label>
      <p id="channel-note" className="quiet">
        {t(`console:channels.${draft.channel}`)}
      </p>
      <p className="quiet">{t('console:compose.counts')}</p>
      {(draft.channel === 'public' ||
        draft.to.includes('customers') ||
        answered?.asks.includes('advice.public') === true) && <AdviceByAct />}
      <fieldset>
        <legend>{t('console:compose.facts')}</legend>
        {current.length === 0 ? (
          <p className="quiet">{t('console:compose.noFacts')}</p>
        ) : (
          <div className="fact-choice">
            {current.map((fact) => (
              <Fragment key={fact.statement}>
                <Check
                  label={words.statement(fact)}
                  checked={draft.statements.includes(fact.statement)}
                  onChange={(checked) =>
                    set({
                      statements: checked
                        ? [...draft.statements, fact.statement]
                        : draft.statements.filter((each) => each !== fact.statement),
                    })
                  }
                />
                <Places about={fact.about} />
              </Fragment>
            ))}
          </div>
        )}
      </fieldset>
      <label className="field">
        <span>{t('console:compose.text')}</span>
        <textarea
          rows={3}
          maxLength={LONGEST_TEXT}
          value={draft.text}
          {...composing(client)}
          onChange={(event) => set({ text: event.target.value })}
        />
      </label>
      {refused?.body.type === 'send' && <Refused refusal={refused.refusal} id="compose-refused" />}
      {!ready && (
        <p id="compose-needs" className="quiet">
          {t(draft.to.length === 0 ? 'console:compose.needsTo' : 'console:compose.needsWords')}
        </p>
      )}
      <div className="buttons">
        <button
          type="submit"
          className="button button-main"
          aria-disabled={!ready}
          aria-describedby={ready ? undefined : 'compose-needs'}
        >
          {t(`console:compose.send.${draft.channel}`)}
        </button>
        <button type="button" className="button" onClick={() => client.arrange({ message: EMPTY_MESSAGE })}>
          {t('console:compose.clear')}
        </button>
      </div>
    </form>
  );
}
