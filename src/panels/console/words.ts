import { formatClock } from '../../client/clockTime.ts';
import { useFigures, useTexts } from '../../client/hooks.ts';
import { areaName, serverName } from '../../client/places.ts';
import { useExercise, usePlayState } from '../../client/playHooks.ts';
import type { FactType, Refusal, Source, TurningPoint } from '../../session/playProtocol.ts';
import { sourceText } from './sourceText.ts';
import { lossInterval } from '../../view/seat/lossInterval.ts';
import { saidText } from '../../view/saidText.ts';
import type {
  OfferView,
  BeatView,
  FactView,
  MessageView,
  ResultView,
  SentView,
} from '../../view/seatView.ts';

/** Everything of the play in words, for the seat on screen. */
export interface PlayWords {
  act(id: string): string;
  what(id: string): string;
  /** A seat or an outside actor. */
  who(id: string): string;
  whoAll(ids: readonly string[]): string;
  /** An hour within a sentence: midnight has its word. */
  hour(at: number): string;
  /** From somebody, with the article of the language. */
  from(id: string): string;
  /** How a message came: what one's own team says comes by no channel. */
  channel(message: Pick<MessageView, 'from' | 'channel'>): string;
  /** To some people, with their articles. */
  toAll(ids: readonly string[]): string;
  fact(type: FactType): string;
  /** The fact while it is not known: what one would like to know. */
  whether(type: FactType): string;
  /** What the statement says besides its type: places, numbers, shares; may be empty. */
  detail(about: Readonly<Record<string, unknown>>): string;
  statement(fact: Pick<FactView, 'type' | 'about'>): string;
  /** The statement of that index among those held; empty when it is not. */
  held(statement: number, facts: readonly FactView[]): string;
  source(source: Source): string;
  pool(id: string): string;
  /** What doing an act again would repeat. */
  again(again: NonNullable<OfferView['again']>): string;
  tag(tag: string): string;
  refusal(refusal: Refusal): string;
  /** A refusal in two or three words. */
  reason(refusal: Refusal): string;
  /** `facts`: those that the seat holds. */
  subject(message: Pick<MessageView | SentView, 'key' | 'statements'>, facts: readonly FactView[]): string;
  body(
    message: Pick<MessageView | SentView, 'key' | 'text'> &
      Pick<MessageView, 'figures'> &
      Partial<Pick<MessageView, 'statements'>>,
    facts: readonly FactView[],
  ): string;
  beat(beat: Pick<BeatView, 'id' | 'kind'>): string;
  question(dilemma: string): string;
  /** A moment of a debrief: the act, the event, the choice taken or left. */
  moment(point: Pick<TurningPoint, 'params'>): string;
  option(dilemma: string, option: string): string;
  /** One line of what came of an act. */
  result(line: ResultView): string;
  /** Arguments of an act, short. */
  args(args: Readonly<Record<string, unknown>>): string;
}

/** What a share is a share of: modules out, calls refused, or calls that fail. */
const shareOf = (measure: unknown): string =>
  measure === 'modules' ? 'shareModules' : measure === 'calls' ? 'shareCalls' : 'share';

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

export function usePlayWords(): PlayWords {
  const t = useTexts();
  const figures = useFigures();
  const { scenario } = useExercise();
  const seat = usePlayState((state) => state.seat);

  const hour = (at: number): string => (at === 24 * 3_600_000 ? t('console:midnight') : formatClock(at));
  const places = (codes: readonly string[]): string =>
    codes.length > 3
      ? t('console:about.areas', { count: codes.length })
      : codes.map((code) => areaName(scenario, code)).join(', ');
  const area = (value: unknown): string => {
    if (value === 'all' || value === 'own') return t(`play:choices.${value}`);
    if (typeof value === 'number') return t('console:about.areas', { count: value });
    if (typeof value === 'string') return areaName(scenario, value);
    return places(strings(value));
  };
  const servers = (value: unknown): string =>
    typeof value === 'string'
      ? t(`play:choices.${value}`, { defaultValue: serverName(scenario, value) })
      : strings(value)
          .map((id) => serverName(scenario, id))
          .join(', ');
  const named = (group: string, value: unknown): string =>
    t(`console:${group}.${String(value)}`, { defaultValue: String(value) });

  /** Calls counted; of the short numbers, with the losses that so many leave possible. */
  const counted = (tries: number, passed: number, short: boolean): string => {
    if (!short || !(tries >= 1)) return t('console:about.tries', { passed, tries });
    const { low, high } = lossInterval(tries, Math.min(tries, Math.max(0, passed)));
    return t('console:about.possible', {
      passed,
      tries,
      low: Math.round(100 * low),
      high: Math.round(100 * high),
    });
  };

  /** One word of a statement or of an act's arguments. */
  const part = (name: string, value: unknown, about: Readonly<Record<string, unknown>>): string => {
    if (value === undefined || value === null || value === '') return '';
    switch (name) {
      case 'numbers':
        return strings(value).join(', ');
      case 'number':
        return String(value);
      case 'area':
      case 'areas':
        return area(value);
      case 'servers':
        return servers(value);
      case 'rooms':
        return strings(value).join(', ');
      case 'share':
        return typeof value === 'number'
          ? t(`console:about.${shareOf(about['measure'])}`, { share: figures.share(value) })
          : '';
      case 'tries':
        return counted(Number(value), Number(about['passed'] ?? 0), about['numbers'] !== undefined);
      case 'failed':
        return t('console:about.failed', { places: places(strings(value)) });
      case 'origin':
        return named('origins', value);
      case 'technology':
        return named('technologies', value);
      case 'answer':
        return named('answers', value);
      case 'wording':
        return t(`play:wordings.${String(value)}`, { defaultValue: String(value) });
      case 'at':
      case 'time':
        if (typeof value !== 'number') return '';
        return typeof about['until'] === 'number'
          ? t('console:about.between', { time: formatClock(value), until: formatClock(about['until']) })
          : t('console:about.at', { time: formatClock(value) });
      case 'recipients':
      case 'to':
        return strings(value)
          .map((id) => who(id))
          .join(', ');
      case 'evidence':
      case 'where':
      case 'ticket':
        return named(name, value);
      default:
        return '';
    }
  };
  const detail = (about: Readonly<Record<string, unknown>>): string =>
    Object.entries(about)
      .map(([name, value]) => part(name, value, about))
      .filter((text) => text !== '')
      .join(' · ');

  const who = (id: string): string => t(`play:recipients.${id}`, { defaultValue: id });
  const act = (id: string): string => t(`play:acts.${id}.name`);
  const fact = (type: FactType): string => t(`play:facts.${type}.statement`);
  /** A word on the cause says what it rests on, and an hour that nobody gives is none. */
  const factOf = ({ type, about }: Pick<FactView, 'type' | 'about'>): string => {
    if (type === 'restoration.eta' && typeof about['at'] !== 'number') return t('console:said.noHour');
    if (type === 'workaround.crosses')
      return t(`console:said.crosses.${String(about['technology'] ?? about['answer'])}`, {
        defaultValue: fact(type),
      });
    if (type === 'restored')
      return t(`console:said.over.${String(about['measure'])}`, { defaultValue: fact(type) });
    if (type !== 'cyberattack.excluded') return fact(type);
    return t(`console:said.excluded.${String(about['evidence'])}`, { defaultValue: fact(type) });
  };
  const statement = ({ type, about }: Pick<FactView, 'type' | 'about'>): string => {
    // Where a number goes is in the sentence.
    const { answer: _, technology: __, ...rest } = about;
    const more = detail(type === 'workaround.crosses' ? rest : about);
    const said = factOf({ type, about });
    return more === '' ? said : t('console:about.statement', { fact: said, detail: more });
  };
  const toAll = (ids: readonly string[]): string =>
    ids.map((id) => t(`console:sent.at.${id}`, { defaultValue: who(id) })).join(', ');
  /** What those who are missing are on. */
  const busyOn = ({ why, on }: Refusal['params']): string => {
    if (why === 'act') return act(String(on));
    const what = t(`console:team.away.${why}`);
    if (on === undefined || on === '') return what;
    return `${what} (${why === 'stay' ? act(String(on)) : who(String(on))})`;
  };
  /** A figure, a code or a name of a result, in words. */
  const resultPart = (name: string, value: ResultView['params'][string]): string | number => {
    switch (name) {
      case 'to':
        return toAll(strings(value));
      case 'tag':
        return t(`play:tags.${String(value)}`, { defaultValue: String(value) });
      case 'pool':
        return pool(String(value));
      case 'seat':
        return who(String(value));
      case 'authority':
        return t(`play:authorities.${String(value)}`);
      case 'relation':
        return t(`play:trustOf.${String(value)}`);
      case 'channel':
        return t(`play:channels.${String(value)}`);
      case 'time':
      case 'until':
        return formatClock(Number(value));
      case 'sensor':
        return t(`play:sensors.${String(value)}`);
      case 'servers':
      case 'rooms':
      case 'origin':
      case 'wording':
        return part(name, value, {});
      default:
        return typeof value === 'number' ? value : String(value);
    }
  };
  const question = (dilemma: string): string => t(`play:dilemmas.${dilemma}.question`);
  const chosen = (dilemma: string, option: string): string => t(`play:dilemmas.${dilemma}.options.${option}`);
  const pool = (id: string): string => t(`play:pools.${seat}.${id}`, { defaultValue: id });

  return {
    act,
    what: (id) => t(`play:acts.${id}.what`),
    who,
    whoAll: (ids) => ids.map(who).join(', '),
    from: (id) => t(`console:from.${id}`, { defaultValue: t('console:source.elsewhere') }),
    toAll,
    channel: ({ from, channel }) => t(from === 'team' ? 'console:inTray.here' : `play:channels.${channel}`),
    hour,
    fact,
    whether: (type) => t(`console:whether.${type}`),
    detail,
    statement,
    held(index, facts) {
      const found = facts.find((each) => each.statement === index);
      return found === undefined ? '' : statement(found);
    },
    source: (source) => sourceText((key, params) => t(key, params), source),
    pool,
    tag: (tag) => t(`play:tags.${tag}`, { defaultValue: tag }),
    refusal({ code, params }) {
      const written: Record<string, string | number> = { ...params };
      if (typeof params['tag'] === 'string') written['tag'] = t(`play:tags.${params['tag']}`);
      if (typeof params['standing'] === 'string')
        written['standing'] = t(`play:standings.${params['standing']}`);
      if (typeof params['until'] === 'number') {
        written['until'] = formatClock(params['until']);
        written['on'] = busyOn(params);
      }
      if (typeof params['argument'] === 'string') written['argument'] = t(`play:asks.${params['argument']}`);
      if (typeof params['pool'] === 'string') written['pool'] = pool(params['pool']);
      if (typeof params['authority'] === 'string')
        written['authority'] = t(`play:authorities.${params['authority']}`);
      if (typeof params['measure'] === 'string')
        written['measure'] = t(`play:measures.${params['measure']}.name`);
      if (code === 'needless' && params['authority'] !== undefined) return t('play:refusals.signed', written);
      const kind =
        params['standing'] === undefined
          ? params['until'] === undefined
            ? code
            : 'peopleUntil'
          : 'standing';
      return t([`play:refusals.${kind}`, 'console:refusal'], written);
    },
    reason({ code, params }) {
      const { until, standing, measure } = params;
      const nobody = code === 'people' && params['free'] === 0;
      const short =
        standing !== undefined
          ? 'standing'
          : typeof until === 'number'
            ? nobody
              ? 'peopleUntil'
              : 'fewUntil'
            : nobody
              ? 'nobody'
              : code;
      const written: Record<string, string> = { defaultValue: t('console:acts.refused') };
      if (typeof until === 'number') written['until'] = formatClock(until);
      if (typeof standing === 'string') written['standing'] = t(`play:standings.${standing}`);
      if (typeof measure === 'string') written['measure'] = t(`play:measures.${measure}.name`);
      if (typeof params['tag'] === 'string') written['tag'] = t(`play:tags.${params['tag']}`);
      if (typeof params['authority'] === 'string')
        written['authority'] = t(`play:authorities.${params['authority']}`);
      return t(`console:reasons.${short}`, written);
    },
    subject({ key, statements }, facts) {
      if (key !== null) {
        const known = [`play:${saidText(key)}.subject`, `play:${key}.name`, `play:${key}`];
        return t(known, { defaultValue: t('console:message.subject') });
      }
      const first = facts.find((each) => each.statement === statements[0]);
      return first === undefined ? t('console:message.subject') : fact(first.type);
    },
    body({ key, text, figures, statements = [] }, facts) {
      if (text !== '') return text;
      if (key === null) return '';
      const known = [`play:${saidText(key)}.text`, `play:${key}.what`];
      // A letter names the places of its own facts.
      const named = facts.flatMap(({ statement: id, about }) =>
        statements.includes(id) ? [area(about['areas'] ?? about['area'] ?? [])] : [],
      );
      const where = [...new Set(named)].filter((each) => each !== '').join(', ');
      const written = { ...(figures as Record<string, number | string>), places: where };
      const body = t(known, { defaultValue: '', ...written }).replace(' ()', '');
      return figures?.['low'] === undefined ? body : `${body} ${t('console:message.losses', figures)}`;
    },
    beat({ id, kind }) {
      if (kind === 'dilemma')
        return t(`play:dilemmas.${id}.question`, { defaultValue: t('console:beats.dilemma') });
      if (kind === 'event') return t(`play:events.${id}.subject`, { defaultValue: t('console:beats.event') });
      if (kind === 'appointment')
        return t(`play:appointments.${id}`, { defaultValue: t('console:beats.appointment') });
      if (kind === 'news') return t(`console:beats.news.${id}`);
      return t(`play:messages.${id}.subject`, { defaultValue: t('console:beats.finding') });
    },
    again: (again) =>
      t(
        `console:acts.again.${again.kind === 'ordered' && again.heard === again.modules ? 'orderedAll' : again.kind}`,
        { ...again, time: hour(again.at) },
      ),
    moment({ params: { act: done, event, dilemma, option } }) {
      if (done !== undefined) return act(String(done));
      if (event !== undefined) return t(`play:events.${String(event)}.subject`);
      if (dilemma === undefined) return '';
      return option === undefined || option === ''
        ? question(String(dilemma))
        : chosen(String(dilemma), String(option)).replace(/\.$/, '');
    },
    question,
    option: chosen,
    result({ key, params }) {
      const written = Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, resultPart(name, value)]),
      );
      return t(`play:results.${key}`, written);
    },
    args: detail,
  };
}

/** What a seat's own people can be told of time that has passed: words, not only a fading colour. */
export type Age = 'fresh' | 'recent' | 'old';

/** How old news is: under ten minutes, under forty, or older. */
export function ageOf(at: number, now: number): Age {
  const minutes = (now - at) / 60_000;
  if (minutes < 10) return 'fresh';
  return minutes < 40 ? 'recent' : 'old';
}
