import { formatClock } from '../../client/clockTime.ts';
import { useClientState, useFigures, useTexts } from '../../client/hooks.ts';
import { chronologyKey } from '../../client/textKeys.ts';

/** The only voice of the page: polite, one sentence at a time, the latest replaces the one before. */
export function Announcer() {
  const t = useTexts();
  const figures = useFigures();
  const said = useClientState((state) => state.announcement);
  let text = '';
  if (said?.kind === 'moment')
    text = t('panels:announcer.moment', { time: formatClock(said.at), text: t(chronologyKey(said.key)) });
  if (said?.kind === 'state')
    text = t('panels:announcer.state', {
      time: formatClock(said.at),
      lost: figures.count(said.lost),
      answered: figures.count(said.answered),
      waiting: figures.count(said.waiting),
    });
  return (
    <p className="visually-hidden" role="status" aria-live="polite" aria-atomic="true" data-announcer>
      {text}
    </p>
  );
}
