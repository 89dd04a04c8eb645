import { apart } from '../../client/apart.ts';
import type { useTexts } from '../../client/hooks.ts';
import type { Refusal } from '../../session/playProtocol.ts';
import type {
  FactView,
  JournalEntry,
  MessageView,
  PublicWord,
  ResultView,
  SentView,
} from '../../view/seatView.ts';
import type { PlayWords } from './words.ts';

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

/** What was said in public, in short. */
export function saidInPublic(
  { key, text, wording }: Pick<PublicWord, 'key' | 'text' | 'wording'>,
  words: PlayWords,
  t: ReturnType<typeof useTexts>,
): string {
  return [
    wording === null ? '' : t(`play:wordings.${wording}`, { defaultValue: wording }),
    key === null ? '' : words.subject({ key, statements: [] }, []),
    text,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** What the entry is about; `facts`: those that its statements name. */
export function whatOf(
  { kind, ref, statements, params, text }: JournalEntry,
  facts: readonly FactView[],
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
      return (
        (statements.length > 0 ? words.held(statements[0]!, facts) : '') || t(`play:facts.${ref}.statement`)
      );
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
      return letter === undefined ? '' : both(words.who(letter.from), words.subject(letter, facts));
    case 'reached':
      return written === undefined
        ? ''
        : both(words.who(String(params['to'])), words.subject(written, facts));
    case 'sent':
    case 'failed':
      return written === undefined ? '' : both(words.whoAll(written.to), words.subject(written, facts));
    case 'trust':
      return ref === 'estimate'
        ? t(params['kept'] === 0 ? 'console:journal.estimateMissed' : 'console:journal.estimateKept')
        : t(Number(params['step']) < 0 ? 'console:journal.trustDown' : 'console:journal.trustUp', {
            relation: t(`play:relations.${ref}`, { defaultValue: ref }),
          });
    case 'lost':
      return t(`console:journal.lost.${ref}`, { defaultValue: '' });
    case 'relief':
      return t(`console:journal.relief.${ref}`, { defaultValue: '' });
    case 'heard': {
      const { by, wording } = params;
      return t('console:journal.heard', {
        who: words.who(String(by)),
        what: saidInPublic(
          { key: ref === '' ? null : ref, text, wording: typeof wording === 'string' ? wording : null },
          words,
          t,
        ),
      });
    }
    case 'written':
      return '';
  }
}

/** What an entry speaks of, of all that its seat holds. */
export interface EntryContext {
  readonly facts: readonly FactView[];
  readonly letter: MessageView | undefined;
  readonly written: SentView | undefined;
  readonly results: readonly ResultView[];
}

/** An entry in words: its line, and what is told under it. `again`: when the same was learnt before, or nothing. */
export function entryWords(
  entry: JournalEntry,
  { facts, letter, written, results }: EntryContext,
  words: PlayWords,
  t: ReturnType<typeof useTexts>,
  again = '',
): { readonly line: string; readonly more: string } {
  const said = entry.statements.map((index) => words.held(index, facts)).filter((text) => text !== '');
  return {
    line: t(`console:journal.kinds.${entry.kind}`, {
      what: whatOf(entry, facts, letter, written, words, t),
    }),
    more: sentences(
      [
        entry.kind === 'heard' ? '' : entry.text,
        failureOf(entry, words, t),
        again,
        ...cameOf(entry, results).map((each) => words.result(each)),
        ...(entry.kind === 'learnt' ? [] : said),
      ],
      t,
    ),
  };
}
