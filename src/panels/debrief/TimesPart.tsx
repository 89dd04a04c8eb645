import { formatClock } from '../../client/clockTime.ts';
import { useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { TimesHead } from './TimesHead.tsx';
import { useDebriefWords } from './useDebriefWords.ts';
import { Fold } from './Fold.tsx';

/** Times from the trigger: the act, its content once received, and those documented of 2 June 2021. */
export function TimesPart({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const words = useDebriefWords();
  const { scenario } = useExercise();
  const never = t('debrief:screen.times.never');
  const notYet = words.never(model.at);
  return (
    <Fold id="debrief-times" title={t('debrief:screen.times.title')}>
      <p>{t('debrief:screen.times.lead', { time: formatClock(scenario.clock.trigger) })}</p>
      <DataTable caption={t('debrief:screen.times.title')} focusable>
        <TimesHead />
        <tbody>
          {model.milestones.map(({ id, at, content, documented }) => (
            <tr key={id}>
              <th scope="row">{t(`debrief:milestones.${id}`)}</th>
              <td className="when">{words.since(at, notYet)}</td>
              <td>
                {id === 'restored' && content !== null && (at === null || content < at)
                  ? t('debrief:screen.times.tooSoon', { time: formatClock(scenario.clock.trigger + content) })
                  : words.since(content, id === 'restored' ? t('debrief:screen.times.unchecked') : notYet)}
                <span className="under">{t(`debrief:content.${id}`)}</span>
              </td>
              <td className="when">{words.since(documented, never)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Fold>
  );
}
