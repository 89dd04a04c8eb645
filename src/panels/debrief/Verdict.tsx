import { Fragment } from 'react';
import { formatClock } from '../../client/clockTime.ts';
import { useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import type { DebriefModel, VerdictRow } from '../../session/playProtocol.ts';
import { DecisionLink } from './Fold.tsx';
import { isStopped } from './isStopped.ts';
import { useDebriefWords } from './useDebriefWords.ts';

/** Decisions named under a word at most: the first and the last ones say enough. */
const NAMED = 4;

/** One goal of a seat, or the trap against them, in a word and what it rests on. */
export function Verdict({
  model,
  row,
  pull,
}: {
  readonly model: DebriefModel;
  readonly row: VerdictRow;
  readonly pull: boolean;
}) {
  const t = useTexts();
  const words = useDebriefWords();
  const { scenario } = useExercise();
  const stopped = isStopped(model, scenario);
  const { goal, grade, notes, acts } = row;
  const decisions = acts
    .flatMap((act) => model.decisions.find((each) => each.act === act) ?? [])
    .filter(({ act }) => notes.every((note) => note.act !== act));
  const name = t(pull ? `play:pulls.${goal}` : `play:goals.${goal}`);
  return (
    <li>
      <p>
        <span className={`grade grade-${grade}`}>
          {stopped && grade !== 'unknown' && `${formatClock(model.at)} · `}
          {t(`debrief:${pull ? 'pulls' : 'grades'}.${grade}`)}
        </span>{' '}
        {pull ? t('debrief:screen.verdicts.pull', { pull: name }) : name}
      </p>
      <p className="quiet">{words.verdict(row)}</p>
      {notes.length > 0 && (
        <ul className="verdict-notes">
          {notes.map(({ key, at, act, params: { from, hour } = {} }) => {
            const decision = model.decisions.find((each) => each.act === act);
            const text = t(`debrief:notes.${key}`, {
              act: decision === undefined ? '' : words.act(decision.spec),
              ...(from === undefined ? {} : { from: formatClock(from) }),
              ...(hour === undefined ? {} : { hour: formatClock(hour) }),
            });
            const note = `${formatClock(at)} ${text}`;
            return (
              <li key={`${key} ${at} ${act}`}>
                {act === null ? note : <DecisionLink act={act}>{note}</DecisionLink>}
              </li>
            );
          })}
        </ul>
      )}
      {(grade === 'missed' || grade === 'partly') && decisions.length > 0 && (
        <p className="verdict-acts">
          <span className="quiet">{t('debrief:screen.verdicts.decisions')}</span>{' '}
          {decisions.slice(-NAMED).map(({ act, at, spec, by, choice }) => (
            <Fragment key={act}>
              <DecisionLink act={act}>
                {formatClock(at)} {words.act(spec)}
              </DecisionLink>{' '}
              {by !== 'machine' && (by === 'nobody' || choice !== null) && (
                <span className="quiet">
                  ({t(`debrief:screen.${by === 'nobody' ? 'byNobody' : 'verdicts.followed'}`)}){' '}
                </span>
              )}
            </Fragment>
          ))}
        </p>
      )}
      {grade === 'missed' && notes.length === 0 && decisions.length === 0 && (
        <p className="quiet">{t('debrief:screen.verdicts.noDecision')}</p>
      )}
    </li>
  );
}
