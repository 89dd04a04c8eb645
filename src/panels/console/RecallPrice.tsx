import { apart } from '../../client/apart.ts';
import { useTexts } from '../../client/hooks.ts';
import { useExercise, usePlayState } from '../../client/playHooks.ts';
import { usePlayWords } from './words.ts';

/** What comes later of the daily work that somebody called back leaves undone. */
export function RecallPrice({ pool }: { readonly pool: string }) {
  const t = useTexts();
  const words = usePlayWords();
  const seat = usePlayState((state) => state.seat);
  const { play } = useExercise();
  const undone = play.pools.find((each) => each.seat === seat && each.id === pool)?.undone;
  if (undone === undefined) return null;
  const prices = undone.effects.map((effect) => {
    switch (effect.op) {
      case 'occupy':
        return t('console:team.price.occupy', {
          people: t('console:people', { count: effect.people }),
          pool: words.pool(effect.pool),
          minutes: effect.minutes,
        });
      case 'capacity':
        return t('console:team.price.capacity', {
          percent: Math.round((1 - effect.factor) * 100),
          minutes: effect.minutes,
        });
      case 'machine':
        return t(`console:team.price.${effect.event}`, { defaultValue: '' });
      default:
        return '';
    }
  });
  return (
    <span className="under">
      {t('console:team.price.after', {
        minutes: undone.after,
        what: apart(
          t,
          prices.filter((price) => price !== ''),
        ),
      })}
    </span>
  );
}
