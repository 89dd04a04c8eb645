import { useTexts } from '../../client/hooks.ts';
import { useExercise, usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import { openAct } from './openAct.ts';
import { usePlayWords } from './words.ts';

/**
 * Advice is given by an act, not by words: from then on it is held, and can be attached. Shown to whoever writes where
 * advice would go, and holds none.
 */
export function AdviceByAct() {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const { play } = useExercise();
  const held = useSeatView((view) => view.facts.some(({ type }) => type === 'advice.public'));
  const act = play.acts.find(
    (spec) =>
      spec.seat === seat && spec.effects.some((effect) => effect.op === 'order' && effect.type === 'advise'),
  );
  if (held || act === undefined) return null;
  return (
    <p className="quiet">
      {t('console:compose.advice')}{' '}
      <button type="button" className="link" onClick={() => openAct(client, act.id)}>
        {words.act(act.id)}
      </button>
    </p>
  );
}
