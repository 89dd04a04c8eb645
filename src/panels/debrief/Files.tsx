import { debriefFileName, downloadText } from '../../client/exerciseFile.ts';
import { useTexts } from '../../client/hooks.ts';
import { useExercise, usePlay } from '../../client/playHooks.ts';
import { JournalFiles } from '../console/JournalFiles.tsx';
import { useWordInFile } from '../parts/useWordInFile.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';

/** What leaves the screen: paper, the main courante to read, the model and the log as data. */
export function Files({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const client = usePlay();
  const { id, setup, seats } = useExercise();
  const wordInFile = useWordInFile();
  const unfinished = [model.reach, model.turningPoints, model.byTheBook, model.measures].includes(null);
  return (
    <div className="buttons debrief-files">
      <button
        type="button"
        className="button"
        onClick={() => {
          // Its drawings need a moment to be there.
          void Promise.all([import('./LossCurve.tsx'), import('./LossBars.tsx')]).then(() =>
            setTimeout(() => print(), 300),
          );
        }}
      >
        {t('debrief:screen.files.print')}
      </button>
      <JournalFiles seats={seats} />
      <button
        type="button"
        className="button"
        onClick={() => {
          const data = {
            exercise: t('common:exercise'),
            notice: [t('common:exerciseNote'), t('debrief:caution.estimate')],
            setup,
            debrief: model,
          };
          downloadText(
            debriefFileName(setup, Date.now(), wordInFile),
            `${JSON.stringify(data, null, 2)}\n`,
            document,
          );
        }}
      >
        {t('debrief:screen.files.data')}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => {
          void client.exportFile(id, wordInFile).then((file) => {
            if (file !== null) downloadText(file.name, file.text, document);
          });
        }}
      >
        {t('debrief:screen.files.log')}
      </button>
      {/* What is printed or taken away now would lack them. */}
      {unfinished && <p className="quiet">{t('debrief:screen.files.unfinished')}</p>}
    </div>
  );
}
