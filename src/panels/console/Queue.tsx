import { useTexts } from '../../client/hooks.ts';
import { usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import { focusSoon } from './openAct.ts';
import { usePlayWords } from './words.ts';

/** Acts ordered that wait for people, and the way to take each out. */
export function Queue() {
  const t = useTexts();
  const words = usePlayWords();
  const queue = useSeatView((view) => view.queue);
  if (queue.length === 0) return null;
  return (
    <ul className="plain-list">
      {queue.map(({ act, args, pool, people, until }) => {
        const more = words.args(args);
        return (
          <li key={act}>
            {t(until === null ? 'console:queue.waits' : 'console:queue.waitsUntil', {
              act: words.act(act),
              people: t('console:people', { count: people }),
              pool: words.pool(pool),
              until: until === null ? '' : words.hour(until),
            })}
            {more !== '' && <span className="quiet"> · {more}</span>} <TakeOut act={act} />
          </li>
        );
      })}
    </ul>
  );
}

/** Takes out an act that waits for people. */
export function TakeOut({ act }: { readonly act: string }) {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        void client.command(seat, { type: 'unqueue', act });
        focusSoon('console-title');
      }}
    >
      {t('console:queue.takeOut')}
      <span className="visually-hidden"> : {words.act(act)}</span>
    </button>
  );
}
