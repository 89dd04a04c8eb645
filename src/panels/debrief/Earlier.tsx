import { apart } from '../../client/apart.ts';
import { useFigures, useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import { areaName } from '../../client/places.ts';
import type { DebriefModel, TwoTries, VerdictRow } from '../../session/playProtocol.ts';
import { usePlayWords } from '../console/words.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { Section } from '../parts/Section.tsx';
import { isStopped } from './isStopped.ts';
import { useDebriefWords } from './useDebriefWords.ts';

const ROWS = ['unrouted', 'neverServed', 'servedLate', 'ordinaryRefused'] as const;
/** A gap under this share of the lost calls asks for its reasons. */
const LITTLE = 0.01;

/** An evening taken up again: the try before and this one, at the same minute, and what was done otherwise. */
export function Earlier({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const figures = useFigures();
  const words = useDebriefWords();
  const { hour } = usePlayWords();
  const { scenario, setup, seats } = useExercise();
  const { earlier } = model;
  if (earlier === null) return null;
  const { from, at, before, now, home, times, goals } = earlier;
  const title = t('debrief:screen.earlier.title');
  const gained = before.unrouted - now.unrouted;
  const services = seats.includes('services');
  const reasons: string[] = [];
  if (Math.abs(gained) <= LITTLE * before.unrouted) {
    if (services && seats.length === 1)
      reasons.push(
        t('debrief:screen.earlier.why.services', {
          own: figures.count(home.now.attempts),
          all: figures.count(now.attempts),
        }),
      );
    if (isStopped({ at }, scenario)) reasons.push(t('debrief:screen.earlier.why.stopped', { at: hour(at) }));
  }
  return (
    <Section id="earlier" title={title}>
      <p>
        {t('debrief:screen.earlier.lead', { from: hour(from), at: hour(at) })}{' '}
        {t(`debrief:screen.earlier.${gained > 0 ? 'fewer' : gained < 0 ? 'more' : 'same'}`, {
          count: Math.abs(gained),
          calls: figures.count(Math.abs(gained)),
        })}{' '}
        {reasons.join(' ')}
      </p>
      <Otherwise earlier={earlier} />
      <DataTable caption={title} focusable>
        <TriesHead what={t('debrief:screen.earlier.what')} number />
        <tbody>
          {services &&
            (['lost', 'neverServed'] as const).map((row) => (
              <tr key={row}>
                <th scope="row">
                  {t(`debrief:screen.earlier.home.${row}`, { area: areaName(scenario, setup.home) })}
                </th>
                <td className="number">{figures.count(home.before[row])}</td>
                <td className="number">{figures.count(home.now[row])}</td>
              </tr>
            ))}
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">
                {services
                  ? t('debrief:screen.earlier.country', { row: t(`debrief:screen.counts.rows.${row}`) })
                  : t(`debrief:screen.counts.rows.${row}`)}
              </th>
              <td className="number">{figures.count(before[row])}</td>
              <td className="number">{figures.count(now[row])}</td>
            </tr>
          ))}
          {times.map((time) => (
            <tr key={time.id}>
              <th scope="row">{t(`debrief:milestones.${time.id}`)}</th>
              <td className="number">{words.since(time.before, words.never(at))}</td>
              <td className="number">{words.since(time.now, words.never(at))}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="quiet">
        {gained !== 0 && `${t('debrief:screen.earlier.note')} `}
        {t(`debrief:screen.earlier.${times.length === 0 ? 'sameTimes' : 'otherTimes'}`)}
      </p>
      {goals.length === 0 ? (
        <p>{t('debrief:screen.earlier.sameGoals', { count: seats.length })}</p>
      ) : (
        <Goals goals={goals} />
      )}
    </Section>
  );
}

function TriesHead({ what, number = false }: { readonly what: string; readonly number?: boolean }) {
  const t = useTexts();
  const className = number ? 'number' : undefined;
  return (
    <thead>
      <tr>
        <th scope="col">{what}</th>
        <th scope="col" className={className}>
          {t('debrief:screen.earlier.before')}
        </th>
        <th scope="col" className={className}>
          {t('debrief:screen.earlier.now')}
        </th>
      </tr>
    </thead>
  );
}

/** Choices answered otherwise, and acts of one try alone. */
function Otherwise({ earlier: { choices, acts } }: { readonly earlier: TwoTries }) {
  const t = useTexts();
  const words = useDebriefWords();
  if (choices.length + acts.before.length + acts.now.length === 0)
    return <p>{t('debrief:screen.earlier.nothing')}</p>;
  const option = (dilemma: string, id: string | null): string =>
    id === null ? t('debrief:screen.earlier.unanswered') : words.option(dilemma, id);
  return (
    <>
      {choices.length > 0 && (
        <DataTable caption={t('debrief:screen.earlier.choices')} quietCaption={false} focusable>
          <TriesHead what={t('debrief:screen.earlier.choice')} />
          <tbody>
            {choices.map(({ dilemma, before, now }) => (
              <tr key={dilemma}>
                <th scope="row">{words.question(dilemma)}</th>
                <td>{option(dilemma, before)}</td>
                <td>{option(dilemma, now)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {(['before', 'now'] as const).map(
        (side) =>
          acts[side].length > 0 && (
            <p key={side}>
              {t(`debrief:screen.earlier.acts.${side}`, { acts: apart(t, acts[side].map(words.act)) })}
            </p>
          ),
      )}
    </>
  );
}

/** The goals of one's own seats of which another word is said. */
function Goals({ goals }: { readonly goals: TwoTries['goals'] }) {
  const t = useTexts();
  const words = useDebriefWords();
  const { play } = useExercise();
  const pulls = new Set(play.seats.map(({ pull }) => pull));
  const word = (row: VerdictRow): string =>
    t('debrief:screen.earlier.word', {
      grade: t(`debrief:${pulls.has(row.goal) ? 'pulls' : 'grades'}.${row.grade}`),
      word: words.verdict(row),
    });
  return (
    <DataTable caption={t('debrief:screen.earlier.goals')} quietCaption={false} focusable>
      <TriesHead what={t('debrief:screen.earlier.goal')} />
      <tbody>
        {goals.map(({ before, now }) => (
          <tr key={now.goal}>
            <th scope="row">
              {pulls.has(now.goal)
                ? t('debrief:screen.verdicts.pull', { pull: t(`play:pulls.${now.goal}`) })
                : t(`play:goals.${now.goal}`)}
            </th>
            <td>{word(before)}</td>
            <td>{word(now)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
