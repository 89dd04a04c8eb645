import { formatClockSeconds } from '../../client/clockTime.ts';
import { useClientState, useTexts } from '../../client/hooks.ts';
import { areaName, serverName } from '../../client/places.ts';
import type { Story } from '../../view/eveningView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { Section } from '../parts/Section.tsx';

/** One call from end to end. */
export function StoryPanel() {
  const t = useTexts();
  const told = useClientState((state) => state.story);
  return (
    <Section id="story" title={t('panels:story.title')}>
      {told === null && <p className="quiet">{t('panels:story.prompt')}</p>}
      {told?.asked === true && <p role="status">{t('panels:story.loading')}</p>}
      {told?.asked === false && told.story === null && <p role="status">{t('panels:story.unknown')}</p>}
      {told !== null && told.story !== null && <Told story={told.story} />}
    </Section>
  );
}

function Told({ story }: { readonly story: Story }) {
  const t = useTexts();
  const scenario = useClientState((state) => state.scenario);
  const facts: readonly (readonly [string, string])[] = [
    [t('panels:story.area'), areaName(scenario, story.area)],
    [t('panels:story.number'), story.number],
    [t('panels:story.origin'), t(`panels:origins.${story.origin}`)],
    [t('panels:story.operator'), t(`panels:operators.${story.operator}`)],
    [t('panels:story.first'), formatClockSeconds(story.firstAt)],
    [t('panels:story.outcome'), t(`panels:story.outcomes.${story.outcome}`)],
  ];
  return (
    <>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('panels:story.attempts')}</h3>
      <ol className="attempts">
        {story.attempts.map((attempt, index) => (
          <Attempt key={attempt.attempt} attempt={attempt} number={index + 1} />
        ))}
      </ol>
      <p className="quiet">{t('panels:story.note')}</p>
    </>
  );
}

function Attempt({
  attempt,
  number,
}: {
  readonly attempt: Story['attempts'][number];
  readonly number: number;
}) {
  const t = useTexts();
  const scenario = useClientState((state) => state.scenario);
  const { dialled, server, module, cause, answered, end } = attempt;
  const what =
    dialled === 'tenDigit'
      ? t('panels:story.dialledTenDigit')
      : dialled === 'callback'
        ? t('panels:story.dialledCallback')
        : dialled;
  let met = t('panels:story.noServer');
  if (server !== null) {
    const name = serverName(scenario, server);
    met =
      module === null
        ? t('panels:story.metServer', { server: name })
        : t('panels:story.met', { server: name, module: module + 1 });
  }
  const times = [
    ...(answered === null ? [] : [t('panels:story.answered', { time: formatClockSeconds(answered) })]),
    end === null ? t('panels:story.still') : t('panels:story.lasted', { time: formatClockSeconds(end) }),
  ];
  const fate = cause === 'answered' ? 'answered' : cause === 'open' ? 'open' : 'failed';
  return (
    <li className={`attempt attempt-${fate}`}>
      <p className="attempt-head">
        <ClockTime at={attempt.at} seconds /> <span>{t('panels:story.attempt', { number })}</span>{' '}
        <strong>{t(`panels:causes.${cause}`)}</strong>
      </p>
      <p>
        {t('panels:story.dialled', { what })} ·{' '}
        {t('panels:story.from', { origin: t(`panels:origins.${attempt.from}`) })}
      </p>
      <p>{met}</p>
      <p>
        {t(`panels:causesPlain.${cause}`)} {times.join(' ')}
      </p>
    </li>
  );
}
