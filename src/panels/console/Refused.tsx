import { useTexts } from '../../client/hooks.ts';
import { useExercise, usePlay, useSeatView } from '../../client/playHooks.ts';
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
  const isAct = play.acts.some(({ id: act }) => act === door);
  return (
    <div className="refused" id={id}>
      <p>{words.refusal(refusal)}</p>
      {door !== undefined && isAct && (
        <button type="button" className="button" onClick={() => openAct(client, door)}>
          {t('console:refused.door', { act: words.act(door), minutes: minutes ?? 0 })}
        </button>
      )}
    </div>
  );
}
