import { useTexts } from '../../client/hooks.ts';
import { useDesk, usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import type { ActSpec } from '../../session/playProtocol.ts';
import type { OfferView } from '../../view/seatView.ts';
import { ArgPicker } from './ArgPicker.tsx';
import { composing } from './composing.ts';
import { BeyondAct } from './BeyondAct.tsx';
import { canWait } from './canWait.ts';
import { Costs } from './Costs.tsx';
import { focusSoon } from './openAct.ts';
import { Refused } from './Refused.tsx';
import { Rests } from './Rests.tsx';
import { Says } from './Says.tsx';
import { usePlayWords } from './words.ts';

/** An act before anybody is put on it: what it takes and costs, what it rests on, its arguments, and the order itself. */
export function ActForm({ spec, offer }: { readonly spec: ActSpec; readonly offer: OfferView }) {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const draft = useDesk((desk) => desk.act);
  const refused = useDesk((desk) => desk.refused);
  const pool = useSeatView((view) => view.pools.find(({ id }) => id === spec.needs.pool));
  const acts = useSeatView((view) => view.acts);
  const queued = useSeatView((view) => view.queue.some(({ act }) => act === spec.id));
  if (draft === null) return null;
  const refusedHere =
    refused?.body.type === 'act' && refused.body.act === spec.id ? refused.refusal : offer.refusal;
  const last = acts.find(({ act, state }) => act === spec.id && state === 'ended');
  const held = offer.rests.flatMap(({ statement }) => (statement === null ? [] : [statement]));

  const waits = canWait(offer.refusal);

  const order = async (): Promise<void> => {
    const why = draft.why.trim();
    const done = await client.command(seat, {
      type: 'act',
      act: spec.id,
      args: draft.args,
      rests: held,
      ...(why === '' ? {} : { why }),
      ...(waits ? { soon: true as const } : {}),
    });
    if (done) {
      client.arrange({ act: null });
      focusSoon(`act-${spec.id}`);
    } else focusSoon(`order-${spec.id}`);
  };
  return (
    <form
      className="act-form"
      aria-label={words.act(spec.id)}
      // Only its button orders an act: Enter in a field ends what is typed.
      onSubmit={(event) => event.preventDefault()}
    >
      <p>{words.what(spec.id)}</p>
      {last !== undefined && (
        <p className="quiet">
          {t('console:acts.lastTime', {
            time: words.hour(last.endsAt),
            what: last.results.map((line) => words.result(line)).join(' '),
          })}
        </p>
      )}
      <p className="act-takes">
        {t('console:acts.takes', {
          people: t('console:people', { count: spec.needs.people }),
          pool: words.pool(spec.needs.pool),
          minutes: offer.minutes,
        })}{' '}
        <span className="quiet">{t('console:acts.free', { count: pool?.free ?? 0 })}</span>
      </p>
      {offer.validation !== null && (
        <p className="quiet">{t('console:acts.validation', { ...offer.validation })}</p>
      )}
      <BeyondAct specs={[spec]} offers={[offer]} />
      <Costs costs={spec.costs} acts={[spec]} />
      <p className="quiet">
        {t('console:acts.signed', { who: t(`play:functions.${seat}.${spec.function}`) })}{' '}
        {spec.needs.authority !== undefined &&
          `${t('console:acts.authority', { who: t(`play:authorities.${spec.needs.authority}`) })} `}
        {t('console:acts.seenBy', { who: spec.seenBy.map((who) => t(`console:seenBy.${who}`)).join(', ') })}
      </p>
      <Rests rests={offer.rests} />
      {offer.says !== null && <Says says={offer.says} args={draft.args} />}
      {spec.asks.map((ask) => (
        <ArgPicker
          key={ask.name}
          spec={spec}
          ask={ask}
          value={draft.args[ask.name]}
          now={offer.usual[ask.name]}
          onChange={(value) => {
            const { [ask.name]: _, ...others } = draft.args;
            const args = value === undefined ? others : { ...others, [ask.name]: value };
            client.arrange({ act: { ...draft, args } });
          }}
        />
      ))}
      <label className="field">
        <span>{t('console:acts.why')}</span>
        <input
          value={draft.why}
          autoComplete="off"
          maxLength={280}
          {...composing(client)}
          onChange={(event) => client.arrange({ act: { ...draft, why: event.target.value } })}
        />
      </label>
      {offer.again !== null && <p className="quiet">{words.again(offer.again)}</p>}
      {queued && <p className="quiet">{t('console:queue.inIt')}</p>}
      {refusedHere !== null && <Refused refusal={refusedHere} id={`refused-${spec.id}`} />}
      <div className="buttons">
        <button
          type="button"
          onClick={() => void order()}
          id={`order-${spec.id}`}
          className="button button-main"
          aria-disabled={(offer.refusal !== null && !waits) || queued}
          aria-describedby={refusedHere === null ? undefined : `refused-${spec.id}`}
        >
          {t(waits ? 'console:acts.orderSoon' : 'console:acts.order')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            client.arrange({ act: null });
            focusSoon(`act-${spec.id}`);
          }}
        >
          {t('console:acts.close')}
        </button>
      </div>
    </form>
  );
}
