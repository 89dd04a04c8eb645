import { apart } from '../../client/apart.ts';
import { useTexts } from '../../client/hooks.ts';
import { useSeatView } from '../../client/playHooks.ts';
import type { Refusal } from '../../session/playProtocol.ts';
import type { JournalEntry, MessageView, ResultView, SentView } from '../../view/seatView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { usePlayWords, type PlayWords } from './words.ts';

/** Entries of a main courante, one line each. */
export function JournalLines({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const t = useTexts();
  const words = usePlayWords();
  const inTray = useSeatView((view) => view.inTray);
  const sent = useSeatView((view) => view.sent);
  const acts = useSeatView((view) => view.acts);
  // The same learnt again is told once, at its latest hour, with the hours before.
  const learnt = new Map<string, number[]>();
  for (const entry of entries)
    if (entry.kind === 'learnt') {
      const what = whatOf(entry, undefined, undefined, words, t);
      learnt.set(
        what,
        [...(learnt.get(what) ?? []), entry.at].sort((a, b) => b - a),
      );
    }
  return (
    <ol className="journal">
      {entries.map((entry, i) => {
        const [latest = entry.at, ...before] =
          entry.kind === 'learnt' ? (learnt.get(whatOf(entry, undefined, undefined, words, t)) ?? []) : [];
        if (entry.at < latest) return null;
        const again =
          before.length === 0
            ? ''
            : t('console:journal.before', {
                times: [...new Set(before.map((at) => words.hour(at)))].join(', '),
              });
        const letter = inTray.find(({ id }) => id === entry.params['message']);
        const written = sent.find(({ id }) => id === entry.params['message']);
        const line = t(`console:journal.kinds.${entry.kind}`, {
          what: whatOf(entry, letter, written, words, t),
        });
        const facts = entry.statements.map((index) => words.held(index)).filter((text) => text !== '');
        const done = acts.find(({ id }) => id === entry.params['act']);
        const came = cameOf(entry, done?.results ?? []).map((each) => words.result(each));
        const failed = failureOf(entry, words, t);
        const more = sentences(
          [entry.text, failed, again, ...came, ...(entry.kind === 'learnt' ? [] : facts)],
          t,
        );
        return (
          // oxlint-disable-next-line react/no-array-index-key -- two entries may say the same at the same second
          <li key={`${entry.at}-${entry.kind}-${entry.ref}-${i}`} className={`entry entry-${entry.kind}`}>
            <ClockTime at={entry.at} />
            <span>
              {line}
              {more !== '' && <span className="under">{more}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** One after the other: a semicolon where the one before is no sentence. */
function sentences(parts: readonly string[], t: ReturnType<typeof useTexts>): string {
  return parts
    .filter((text) => text !== '')
    .reduce(
      (all, text) => (all.endsWith('.') ? `${all} ${text}` : apart(t, all === '' ? [text] : [all, text])),
      '',
    );
}

/** What the entry says came of its act: all of it at its end, one line when it comes later. */
function cameOf({ at, kind, params }: JournalEntry, results: readonly ResultView[]): readonly ResultView[] {
  if (kind === 'actEnded') return results.filter((line) => line.at <= at);
  return kind === 'result' ? results.filter((_, index) => index === params['line']) : [];
}

/** Why a call or a letter reached nobody there. */
function failureOf({ kind, params }: JournalEntry, words: PlayWords, t: ReturnType<typeof useTexts>): string {
  const { to, why } = params;
  if (kind !== 'failed' || typeof to !== 'string' || typeof why !== 'string') return '';
  return t(`play:results.${why}`, { to: words.toAll([to]) });
}

function whatOf(
  { kind, ref, statements, params }: JournalEntry,
  letter: MessageView | undefined,
  written: SentView | undefined,
  words: PlayWords,
  t: ReturnType<typeof useTexts>,
): string {
  const both = (who: string, subject: string): string => t('console:journal.letter', { who, subject });
  switch (kind) {
    case 'actBegun':
      return typeof params['dilemma'] === 'string'
        ? t('console:journal.followed', {
            act: words.act(ref),
            question: words.question(params['dilemma']),
          })
        : words.act(ref);
    case 'actEnded':
    case 'actStopped':
    case 'actQueued':
    case 'actTakenOut':
    case 'result':
      return words.act(ref);
    case 'actDropped': {
      const { code, ...rest } = params;
      return t('console:journal.dropped', {
        act: words.act(ref),
        why: words.refusal({ code: code as Refusal['code'], params: rest }),
      });
    }
    case 'learnt':
      return (statements.length > 0 ? words.held(statements[0]) : '') || t(`play:facts.${ref}.statement`);
    case 'settled':
      return t('console:journal.settled', {
        question: words.question(ref),
        option: words.option(ref, String(params['option'])),
      });
    case 'chosen':
      return typeof params['option'] === 'string' ? words.option(ref, params['option']) : words.question(ref);
    case 'ignored': {
      const { option } = params;
      const question = words.question(ref);
      return typeof option === 'string' && option !== ''
        ? t('console:journal.byDefault', { question, option: words.option(ref, option) })
        : question;
    }
    case 'tag':
      return words.tag(ref);
    case 'people':
      return words.pool(ref);
    case 'arrived':
    case 'read':
    case 'givenUp':
      return letter === undefined ? '' : both(words.who(letter.from), words.subject(letter));
    case 'sent':
    case 'failed':
      return written === undefined ? '' : both(words.whoAll(written.to), words.subject(written));
    case 'trust':
      return ref === 'estimate'
        ? t(params['kept'] === 0 ? 'console:journal.estimateMissed' : 'console:journal.estimateKept')
        : t(`play:relations.${ref}`, { defaultValue: ref });
    case 'lost':
      return t(`console:journal.lost.${ref}`, { defaultValue: '' });
    case 'relief':
      return t(`console:journal.relief.${ref}`, { defaultValue: '' });
    case 'written':
      return '';
  }
}
