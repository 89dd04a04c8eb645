import type { ActorEvent } from '../../actors/events.ts';
import type { Order } from '../../callflow/orders.ts';
import type { FiguresId, SaidFact, WorldEffect } from '../../scenario/play/choices.ts';
import type { SensorId } from '../../scenario/play/sensors.ts';
import type { Channel, FactType, SeatId } from '../../scenario/play/vocabulary.ts';
import { lendRooms } from '../people/capacity.ts';
import { roomsIn } from '../places.ts';
import { worstServers } from '../acts/serversNamed.ts';
import type { Exercise } from '../exercise.ts';
import { state, statementOf } from '../knowledge/knowledge.ts';
import { LETTER_FIGURES } from '../messages/letterFigures.ts';
import { loadOf, placesOf } from './loads.ts';
import { poolOf } from '../people/people.ts';
import { placed } from '../places.ts';
import { isHolder } from '../seat.ts';
import { show } from './signs.ts';
import { occupy } from '../people/staff.ts';

/** Makes one effect of the world's own happen. `place` is the département that its event drew. */
export function happenInWorld(exercise: Exercise, effect: WorldEffect, place: number): void {
  const { evening, now, opening, spec } = exercise;
  switch (effect.op) {
    case 'envelope':
      if (!show(exercise, effect.signs)) return;
      return envelope(exercise, { ...effect, key: `messages.${effect.key}` }, place);
    case 'sense': {
      const holder = effect.sensor.split('.')[0]!;
      if (isHolder(holder) && exercise.plays(holder))
        exercise.look(holder, effect.sensor as SensorId, {}, { kind: 'instrument', sensor: effect.sensor });
      return;
    }
    case 'hold':
      exercise.learn(
        effect.seat,
        { type: effect.fact, about: placed(exercise, effect.about, place), confidence: effect.confidence },
        effect.by === 'media' ? { kind: 'media' } : { kind: 'hearsay', from: 'team' },
      );
      return;
    case 'load':
      return evening.addLoad(loadOf(exercise, effect, place));
    case 'residual':
      return evening.enterCircumstance(
        {
          kind: 'pocket',
          areas: (effect.areas === 'home' ? [opening.home] : placesOf(exercise, effect.areas)).map(
            (area) => spec.areas[area]!.code,
          ),
          origins: ['box'],
          share: effect.share,
        },
        now,
      );
    case 'capacity':
      return lendRooms(exercise, roomsIn(opening.home, effect.rooms), effect.factor, effect.minutes);
    case 'order': {
      const args: Record<string, unknown> = { ...effect.args };
      if (args['areas'] === 'own') args['areas'] = [spec.areas[opening.home]!.code];
      if (args['servers'] === 'one') args['servers'] = worstServers(exercise, 1);
      if (args['servers'] === 'half')
        args['servers'] = worstServers(exercise, Math.floor(spec.network.servers.length / 2));
      return exercise.give({ at: now, by: 'play', type: effect.type, args } as Order);
    }
    case 'machine':
      return exercise.tell(effect.to, { type: effect.event } as ActorEvent);
    case 'trust':
      return exercise.moveTrust(effect.relation, effect.step);
    case 'occupy':
      return occupyPeople(exercise, effect);
    case 'contact':
      exercise.contacts[effect.seat][effect.by] = now;
      return exercise.touch(effect.seat);
  }
}

/** A message from outside the seats: what it says is true of where it was written, or not. */
export function envelope(
  exercise: Exercise,
  what: {
    readonly key: string;
    readonly from: string;
    readonly to: readonly SeatId[];
    readonly channel: Channel;
    readonly facts: readonly SaidFact[];
    readonly figures?: FiguresId;
    readonly asks?: readonly FactType[];
    readonly vital?: true;
  },
  place: number,
): void {
  const statements = what.facts.map(({ fact, about }) =>
    state(
      exercise.knowledge,
      statementOf(fact, placed(exercise, worded(exercise, about), place), exercise.now),
    ),
  );
  exercise.post({
    // Nobody who plays tonight: what the world says opens no door of a machine by itself.
    author: 'world',
    from: what.from,
    to: what.to,
    channel: what.channel,
    statements,
    sure: what.facts.map(({ confidence }) => confidence),
    key: what.key,
    ...(what.asks && { asks: what.asks }),
    ...(what.figures && { figures: LETTER_FIGURES[what.figures](exercise) }),
    ...(what.vital && { vital: what.vital }),
  });
}

/** Another telephone than the one that the State recommends now: a mobile where it says landline, a landline otherwise. */
function worded({ state: { publicWords } }: Exercise, about: SaidFact['about']): SaidFact['about'] {
  if (about['wording'] !== 'another') return about;
  const word = publicWords.findLast(({ by, wording }) => by === 'ministry' && wording !== null);
  return { ...about, wording: word?.wording === 'landline' ? 'mobile' : 'landline' };
}

function occupyPeople(exercise: Exercise, effect: Extract<WorldEffect, { op: 'occupy' }>): void {
  const pool = poolOf(exercise.people, effect.seat, effect.pool);
  if (!pool) return;
  occupy(exercise, pool, effect.people, effect.minutes, 'event');
  exercise.touch(effect.seat);
}
