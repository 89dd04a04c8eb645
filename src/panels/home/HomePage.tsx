import { useTexts } from '../../client/hooks.ts';
import { usePlayState } from '../../client/playHooks.ts';
import { firstEvening } from '../../client/wish.ts';
import { formatAddress } from '../../client/address.ts';
import { Choices } from './Choices.tsx';
import { SavedList } from './SavedList.tsx';

/** The door: one press to a first evening, everything else below. */
export default function HomePage() {
  const t = useTexts();
  const catalogue = usePlayState((state) => state.catalogue);
  const wished = usePlayState((state) => state.wish);
  const opening = usePlayState((state) => state.opening);
  const first = firstEvening(wished.seed);
  return (
    <main className="home">
      <section className="home-lead" aria-labelledby="home-title">
        <h2 id="home-title">{t('home:title')}</h2>
        <p className="home-what">{t('home:what')}</p>
        <p>{t('home:whom')}</p>
        <a
          className="button button-main button-large"
          href={formatAddress({ page: 'exercise', wish: first })}
        >
          {t('home:first.button')}
        </a>
        <p className="quiet">{t('home:first.note')}</p>
        <p className="home-doors">
          <a href="#/soiree">{t('home:doors.evening')}</a>
          <a href="#/methode">{t('home:doors.method')}</a>
        </p>
      </section>
      {opening && <p role="status">{t('home:opening')}</p>}
      <SavedList />
      {catalogue === null ? (
        <p role="status" className="quiet">
          {t('common:loading')}
        </p>
      ) : (
        <Choices catalogue={catalogue} />
      )}
    </main>
  );
}
