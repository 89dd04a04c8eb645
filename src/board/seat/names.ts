import type { TableModel } from '../../view/tableModel.ts';
import { clockText, rimText } from '../context.ts';
import { nameMark, type SeatContext } from './context.ts';
import type { SeatPick } from './options.ts';

/** The words of the plate for what is pointed at; empty for what says itself. */
export function nameOf(context: SeatContext, model: TableModel, pick: SeatPick): string {
  const { t } = context;
  const mat = 'seat' in pick ? model.mats.find(({ seat }) => seat === pick.seat) : undefined;
  switch (pick.kind) {
    case 'area':
      return areaWords(context, model, pick.key);
    case 'server':
      return serverWords(context, model, pick.key);
    case 'token': {
      const token = model.track.tokens.find(({ key }) => key === pick.key);
      if (!token) return '';
      const when = t(token.kind === 'ghost' ? 'table:mark.ghost' : 'table:mark.order', {
        time: rimText(token.at),
      });
      return `${when}\n${nameMark(context, token)}`;
    }
    case 'act': {
      const act = mat?.acts.find(({ key }) => String(key) === pick.key);
      return act
        ? `${t(`play:acts.${act.act}.name`)}\n${t(act.people === 0 ? 'table:seat.name.byItself' : 'table:seat.name.until', { time: clockText(act.endsAt), count: act.people })}`
        : '';
    }
    case 'pool': {
      const pool = mat?.pools.find(({ key }) => key === pick.key);
      return pool
        ? `${t(`play:pools.${pick.seat}.${pool.key}`)}\n${t('table:seat.name.pool', { free: pool.free, routine: pool.routine, people: pool.people })}${pool.away
            .map(
              ({ people, until, why, ref }) =>
                `\n${t('table:seat.name.away', { count: people, time: clockText(until) })}\n${t(`console:team.away.${why}`)}${ref === '' ? '' : ` · ${why === 'stay' ? t(`play:acts.${ref}.name`) : t(`play:recipients.${ref}`, { defaultValue: ref })}`}`,
            )
            .join('')}`
        : '';
    }
    case 'envelope': {
      const envelope = model.envelopes.find(({ key }) => key === pick.key);
      if (!envelope) return '';
      const who = (actor: string): string => t(`play:recipients.${actor}`, { defaultValue: actor });
      return `${t(`play:channels.${envelope.channel}`)}, ${clockText(envelope.at)}\n${who(envelope.from)} → ${who(envelope.to)}${
        envelope.state === 'failed' ? `\n${t('table:seat.envelope.failed')}` : ''
      }`;
    }
    case 'ladder': {
      const ladder = mat?.ladders.find(({ id }) => id === pick.key);
      return ladder
        ? ladder.steps
            .map((step, i) => `${i === ladder.at ? '▸' : '\u2002'} ${t(`play:tags.${step}`)}`)
            .join('\n')
        : '';
    }
    case 'trust': {
      const trust = mat?.trust.find(({ relation }) => relation === pick.key);
      return trust ? `${t(`play:relations.${trust.relation}`)}\n${t(`play:trust.${trust.step}`)}` : '';
    }
    case 'mat':
      return mat?.held
        ? [
            t(`play:seats.${pick.seat}.name`),
            ...mat.goals.map((goal) => `· ${t(`play:goals.${goal}`)}`),
            t(`play:pulls.${mat.pull}`),
          ].join('\n')
        : '';
    case 'tray':
    case 'instrument':
      return '';
  }
}

const percentIn = (language: SeatContext['language'], share: number): string =>
  `${Math.round(share * 100)}${language === 'fr' ? '\u00a0' : ''}%`;

function serverWords({ t, scenario, language }: SeatContext, model: TableModel, id: string): string {
  const name = scenario.servers.find((each) => each.id === id)?.name ?? id;
  const server = model.servers.find(({ key }) => key === id);
  if (server === undefined) return name;
  if (server.state === 'unseen') return `${name}\n${t('table:seat.lantern.unseen')}`;
  const { fill, losing, modules, modulesUp } = server;
  return [
    name,
    t('table:seat.lantern.memory', { share: percentIn(language, fill) }),
    t('table:seat.lantern.modules', { up: modulesUp, of: modules }),
    ...(losing > 0 ? [t('table:seat.lantern.losing', { share: percentIn(language, losing) })] : []),
  ].join('\n');
}

function areaWords({ t, scenario, language }: SeatContext, model: TableModel, code: string): string {
  const area = model.areas.find(({ key }) => key === code);
  const name = scenario.areas.find((each) => each.code === code)?.name ?? code;
  if (!area) return name;
  const percent = (share: number): string => percentIn(language, share);
  const value = (share: number | null, hit: boolean | null): string =>
    share !== null
      ? t('table:seat.area.share', { share: percent(share) })
      : hit === false
        ? t('table:seat.area.fine')
        : t('table:seat.area.hit');
  const said =
    area.state === 'unknown'
      ? t('table:seat.legend.unknown')
      : area.state === 'contradicted'
        ? t('table:seat.area.both', {
            one: value(area.share, area.hit),
            other: value(area.other, area.hit === null ? null : !area.hit),
          })
        : `${value(area.share, area.hit)}${area.state === 'old' ? ` · ${t('table:seat.legend.old')}` : ''}`;
  const pin = model.pins.find(({ areas }) => areas.includes(code));
  return [
    name,
    said,
    ...(area.badge === 'none' ? [] : [t(`table:seat.badge.${area.badge}`)]),
    ...(pin ? [t('table:seat.area.at', { time: clockText(pin.at) })] : []),
  ].join('\n');
}
