import { useTexts } from '../../client/hooks.ts';
import type { SeatId } from '../../session/playProtocol.ts';

/** One seat, or all of them where that is among the choices. */
export function SeatChoice<Choice extends SeatId | 'all'>({
  name,
  label,
  choices,
  chosen,
  onChoose,
}: {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: Choice;
  readonly onChoose: (choice: Choice) => void;
}) {
  const t = useTexts();
  return (
    <fieldset className="segments debrief-seats">
      <legend className="quiet">{label}</legend>
      {choices.map((choice) => (
        <label key={choice} className="segment">
          <input type="radio" name={name} checked={chosen === choice} onChange={() => onChoose(choice)} />
          <span>
            {choice === 'all' ? t('debrief:screen.allSeats') : t(`play:seats.${choice as SeatId}.name`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
