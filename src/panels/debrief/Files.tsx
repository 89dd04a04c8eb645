import { debriefFileName, downloadText, type SeatInFile } from '../../client/exerciseFile.ts';
import { useTexts } from '../../client/hooks.ts';
import { useExercise, usePlay } from '../../client/playHooks.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';

/** What leaves the screen: paper, the model as data, the log. */
export function Files({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const client = usePlay();
  const { id, setup } = useExercise();
  const seatName: SeatInFile = (seat) => t(`home:saved.seats.${seat}`);
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
            debriefFileName(setup, Date.now(), seatName),
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
          void client.exportFile(id, seatName).then((file) => {
            if (file !== null) downloadText(file.name, file.text, document);
          });
        }}
      >
        {t('debrief:screen.files.log')}
      </button>
    </div>
  );
}
