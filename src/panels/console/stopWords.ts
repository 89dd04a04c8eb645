import { useTexts } from '../../client/hooks.ts';
import { useSeatView } from '../../client/playHooks.ts';
import type { ConsoleTab } from '../../client/playStore.ts';
import type { StopView } from '../../session/playProtocol.ts';
import type { JournalEntry, MessageView, ResultView, SeatView } from '../../view/seatView.ts';
import { isTelling } from '../../view/tellingResults.ts';
import { entryWords, saidInPublic } from './journalWords.ts';
import { usePlayWords } from './words.ts';

const MINUTE = 60_000;
/** Whose word in public stops the clock. */
const AUTHORITIES: readonly string[] = ['orange', 'ministry', 'anssi'];
/** For so long an authority has waited when the clock reminds of it, ms. */
const WAITED = 10 * MINUTE;
/** What an hour that nears or was missed is corrected by. */
const CORRECTING = 'orange.giveEstimate';

/** Why the clock stands still, and where one goes from there. */
export interface StopWords {
  readonly text: string;
  /** The letter that it is about has been read, and asks nothing. */
  readonly done: boolean;
  readonly look: {
    /** Its name, under `console:beats.look`. */
    readonly label: string;
    readonly tab: ConsoleTab;
    /** Element that gets the focus, or null. */
    readonly focus: string | null;
    /** Act to be brought up in its place. */
    readonly act?: string;
  };
}

/** Letters that a stop is about: those it names, or those that its beat came with. */
function lettersOf(
  { id, at, kind, letters }: StopView,
  { inTray, waiting }: SeatView,
): readonly MessageView[] {
  if (letters !== undefined) return inTray.filter((letter) => letters.includes(letter.id));
  if (kind === 'event' || kind === 'finding')
    return inTray.filter(({ key }) => key === `events.${id}` || key === `messages.${id}`).slice(0, 1);
  const passed = (time: number): boolean => time <= at && at - time < MINUTE;
  if (id === 'letter') return inTray.filter(({ arrivedAt }) => passed(arrivedAt)).slice(0, 1);
  if (id !== 'question') return [];
  const waits = waiting.by.find(({ since }) => passed(since + WAITED));
  return inTray.filter((letter) => letter.id === waits?.message);
}

/** Entries of the last minute that tell what acts of the seat found or brought about, in order of time. */
function resultsAt(at: number, { journal, acts }: SeatView): readonly JournalEntry[] {
  return journal
    .filter((entry) => entry.at <= at && at - entry.at < MINUTE && tells(entry, acts))
    .toReversed();
}

/** Whether an entry of the main courante tells what an act found or brought about. */
export function tells({ at, kind, params }: JournalEntry, acts: SeatView['acts']): boolean {
  const lines = acts.find(({ id }) => id === params['act'])?.results ?? [];
  if (kind === 'actEnded') return lines.some((line) => line.at <= at && isTelling(line));
  return kind === 'result' && lines.some((line, i) => i === params['line'] && isTelling(line));
}

/** Results of the entry's act: an end is told by those that answer, a later line is named by its place among all. */
function resultsOf({ kind, params }: JournalEntry, acts: SeatView['acts']): readonly ResultView[] {
  const lines = acts.find(({ id }) => id === params['act'])?.results ?? [];
  return kind === 'result' ? lines : lines.filter(isTelling);
}

/** Says why the clock stopped at something of the seat on screen. */
export function useStopWords(): (stop: StopView) => StopWords {
  const t = useTexts();
  const words = usePlayWords();
  const view = useSeatView((whole) => whole);

  const subject = (letter: MessageView): string =>
    words.subject(letter, letter.readAt === null ? [] : view.facts);
  const aboutLetters = (key: string, letters: readonly MessageView[]): string =>
    letters
      .map((letter) => t(`console:beats.${key}`, { from: words.from(letter.from), what: subject(letter) }))
      .join(' ');
  const resultLines = (at: number): string =>
    resultsAt(at, view)
      .map((entry) => {
        const { line, more } = entryWords(
          entry,
          {
            facts: view.facts,
            letter: undefined,
            written: undefined,
            results: resultsOf(entry, view.acts),
          },
          words,
          t,
        );
        return more === '' ? line : `${line}. ${more}`;
      })
      .join(' ');

  const textOf = (stop: StopView, letters: readonly MessageView[]): string => {
    const { id, at, kind, why } = stop;
    if (kind === 'dilemma')
      return why === undefined
        ? t('console:beats.dilemma')
        : `${t(`console:beats.${why}`)} ${words.question(id)}`;
    if (kind === 'appointment') return t('console:beats.hour', { what: words.beat(stop) });
    const [letter] = letters;
    if (letter !== undefined) {
      if (kind === 'news') return aboutLetters(id === 'letter' ? 'grave' : id, letters);
      return aboutLetters(letter.from === 'team' ? 'team' : spoken(letter) ? 'call' : 'letterFrom', letters);
    }
    if (kind === 'event') return t('console:beats.letter', { what: words.beat(stop) });
    if (id === 'ownWork' || id === 'answer') return resultLines(at) || words.beat(stop);
    const word =
      id === 'publicWord'
        ? view.publicWords.find((each) => each.at <= at && AUTHORITIES.includes(each.by))
        : undefined;
    if (word !== undefined)
      return t('console:journal.heard', { who: words.who(word.by), what: saidInPublic(word, words, t) });
    return words.beat(stop);
  };

  return (stop) => {
    const letters = lettersOf(stop, view);
    const asks = letters.some((letter) => letter.asks.length > 0 && !letter.answered);
    return {
      text: textOf(stop, letters),
      done: letters.length > 0 && letters.every(({ readAt }) => readAt !== null) && !asks,
      look: lookOf(stop, letters),
    };
  };
}

const spoken = ({ channel }: MessageView): boolean => channel === 'phone' || channel === 'radio';

/** News that lies in the in-tray although no letter of it is known here. */
const IN_TRAY: readonly string[] = ['question', 'asked', 'askedLast', 'letter', 'operators'];

function lookOf({ id, kind }: StopView, letters: readonly MessageView[]): StopWords['look'] {
  if (kind === 'dilemma') return { label: 'dilemma', tab: 'decide', focus: `dilemma-${id}` };
  if (id === 'hourSoon' || id === 'hourMissed')
    return { label: 'hour', tab: 'decide', focus: null, act: CORRECTING };
  const letter = letters.find(({ readAt }) => readAt === null) ?? letters[0];
  if (letter !== undefined)
    return letter.readAt === null
      ? { label: 'finding', tab: 'inTray', focus: `letter-${letter.id}` }
      : { label: 'question', tab: 'inTray', focus: `read-${letter.id}` };
  if (kind === 'news' && !IN_TRAY.includes(id)) return { label: 'news', tab: 'log', focus: null };
  return { label: kind === 'news' ? 'finding' : kind, tab: 'inTray', focus: 'unopened-title' };
}
