import { useTexts } from '../../client/hooks.ts';
import { useExercise, usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import type { Refusal } from '../../session/playProtocol.ts';
import { openAct } from './openAct.ts';
import { usePlayWords } from './words.ts';

/** Why something is refused, and the door that opens it as a button. */
export function Refused({ refusal, id }: { readonly refusal: Refusal; readonly id?: string }) {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const { play } = useExercise();
  const { door } = refusal;
  const minutes = useSeatView((view) => view.offers.find(({ act }) => act === door)?.minutes);
  const seat = usePlayState((state) => state.seat);
  const pool = refusal.code === 'people' ? refusal.params['pool'] : undefined;
  const recallable = useSeatView((view) =>
    view.pools.some(({ id: each, routine }) => each === pool && routine > 0),
  );
  const isAct = play.acts.some(({ id: act }) => act === door);
  return (
    <div className="refused" id={id}>
      <p>{words.refusal(refusal)}</p>
      {door !== undefined && isAct && (
        <button type="button" className="button" onClick={() => openAct(client, door)}>
          {t('console:refused.door', { act: words.act(door), minutes: minutes ?? 0 })}
        </button>
      )}
      {recallable && (
        <button
          type="button"
          className="button"
          onClick={() => void client.command(seat, { type: 'recall', pool: String(pool), people: 1 })}
        >
          {t('console:refused.recall', { pool: words.pool(String(pool)) })}
        </button>
      )}
    </div>
  );
}
