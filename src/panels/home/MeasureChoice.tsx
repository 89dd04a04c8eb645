import { useTexts } from '../../client/hooks.ts';
import { usePlay, usePlayState } from '../../client/playHooks.ts';
import { BUDGET, spent } from '../../client/wish.ts';
import type { PlayInfo } from '../../session/playProtocol.ts';

/** A budget to spend on the measures of the reports: what one buys is there tonight, what one does not is not. */
export function MeasureChoice({ play }: { readonly play: PlayInfo }) {
  const t = useTexts();
  const client = usePlay();
  const measures = usePlayState((state) => state.wish.measures);
  const used = spent(measures, play);
  const left = BUDGET - used;
  return (
    <fieldset className="measure-choice">
      <legend>{t('home:budget.title')}</legend>
      <p role="status">{t('home:budget.left', { left, of: BUDGET })}</p>
      <ul>
        {play.measures.map(({ id, cost }) => {
          const bought = measures.includes(id);
          const tooDear = !bought && cost > left;
          return (
            <li key={id}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={bought}
                  aria-disabled={tooDear}
                  onChange={(event) => {
                    if (tooDear) return;
                    const next = event.target.checked
                      ? [...measures, id]
                      : measures.filter((each) => each !== id);
                    client.store.trigger.wished({ wish: { measures: next } });
                  }}
                />
                <span>
                  {t(`play:measures.${id}.name`)}{' '}
                  <span className="quiet">
                    {t('home:budget.cost', { count: cost })}
                    {tooDear && ` · ${t('home:budget.tooDear')}`}
                  </span>
                  <span className="under">{t(`play:measures.${id}.help`)}</span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

/** What the law asks for today: the measures that are then there tonight. */
export function LawMeasures({ play }: { readonly play: PlayInfo }) {
  const t = useTexts();
  return (
    <div className="measure-choice">
      <p>{t('home:more.lawMeasures')}</p>
      <ul className="plain-list">
        {play.measures
          .filter(({ inLaw }) => inLaw)
          .map(({ id }) => (
            <li key={id}>
              {t(`play:measures.${id}.name`)}
              <span className="under">{t(`play:measures.${id}.help`)}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}
