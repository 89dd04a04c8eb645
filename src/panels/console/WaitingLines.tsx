import { useTexts } from '../../client/hooks.ts';
import { usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import { FACTS, type FactType } from '../../session/playProtocol.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { focusSoon } from './openAct.ts';
import { usePlayWords } from './words.ts';

const isFact = (what: string): what is FactType => FACTS.some((fact) => fact === what);

/** The three lines on screen as long as the exercise lasts: what I wait for and from whom, who waits for me, what comes next. */
export function WaitingLines() {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const waiting = useSeatView((view) => view.waiting);
  const acts = useSeatView((view) => view.acts);
  const finished = usePlayState((state) => state.clock?.finished === true);
  if (finished) return null;
  const { next } = waiting;
  const by = waiting.by.toSorted((a, b) => a.since - b.since);
  return (
    <dl className="waiting-lines">
      <div>
        <dt>{t('console:waiting.on')}</dt>
        <dd>
          {waiting.on.length === 0
            ? t('console:waiting.nothing')
            : waiting.on.slice(0, 2).map(({ from, what, since, act }, i) => (
                <span key={`${from}-${act ?? what}-${since}`}>
                  {i > 0 && ' · '}
                  {act === undefined ? (
                    <>
                      {words.who(from)}
                      {isFact(what) ? ` (${words.whether(what)})` : ''}
                      {what === 'call' ? ` (${t('console:waiting.call')})` : ''} {t('console:waiting.since')}{' '}
                      <ClockTime at={since} />
                    </>
                  ) : (
                    t('console:waiting.search', {
                      act: words.act(act),
                      until: words.hour(
                        acts.find((each) => each.act === act && each.state === 'underWay')?.endsAt ?? since,
                      ),
                    })
                  )}
                </span>
              ))}
          {waiting.on.length > 2 && ` ${t('console:waiting.more', { count: waiting.on.length - 2 })}`}
        </dd>
      </div>
      <div>
        <dt>{t('console:waiting.by')}</dt>
        <dd>
          {by.length === 0
            ? t('console:waiting.nobody')
            : by.slice(0, 2).map(({ who, since, message }, i) => (
                <span key={message}>
                  {i > 0 && ' · '}
                  <button
                    type="button"
                    className="link"
                    onClick={() => {
                      client.show('inTray');
                      const view = client.store.getSnapshot().context;
                      const letter = view.views[view.seat]?.inTray.find(({ id }) => id === message);
                      focusSoon(`${letter?.readAt === null ? 'letter' : 'read'}-${message}`);
                    }}
                  >
                    {words.who(who)}
                  </button>{' '}
                  {t('console:waiting.since')} <ClockTime at={since} />
                </span>
              ))}
          {by.length > 2 && ` ${t('console:waiting.more', { count: by.length - 2 })}`}
        </dd>
      </div>
      <div>
        <dt>{t('console:waiting.next')}</dt>
        <dd>
          {next === null ? (
            t('console:waiting.noNext')
          ) : (
            <>
              <ClockTime at={next.at} /> {t(`play:appointments.${next.key}`, { defaultValue: next.key })}
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}
