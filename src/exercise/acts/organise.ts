import type { ActorEffect } from '../../actors/effects.ts';
import type { InstanceId } from '../../actors/machines.ts';
import { ROOMS } from '../../callflow/spec.ts';
import type { Order } from '../../callflow/orders.ts';
import { cellOpened } from '../knowledge/contentMilestones.ts';
import { curious } from '../events/curious.ts';
import type { Exercise } from '../exercise.ts';
import { heldOf } from '../knowledge/held.ts';
import { note } from '../journal.ts';
import { poolOf } from '../people/people.ts';
import { loseUnwritten } from '../people/relief.ts';
import { isHolder } from '../seat.ts';
import { occupy } from '../people/staff.ts';
import { moveTrust } from '../people/trust.ts';

/** A second case left alone takes two experts for so long once it is lost. */
const SECOND_CASE = { people: 2, minutes: 60 };

/** Carries out on the world what a statechart says of its organisation. */
export function organise(exercise: Exercise, instance: InstanceId, effect: ActorEffect): void {
  switch (effect.type) {
    case 'peopleJoin':
    case 'peopleLeave': {
      const pool = isHolder(instance) ? poolOf(exercise.people, instance, effect.pool) : undefined;
      if (!pool) return;
      const people = effect.type === 'peopleJoin' ? effect.people : -effect.people;
      pool.people += people;
      note(exercise, instance, 'people', effect.pool, { params: { people } });
      return;
    }
    case 'milestone':
      exercise.milestones[effect.id] ??= exercise.now;
      if (effect.id === 'operatorCell') cellOpened(exercise, 'orange');
      if (effect.id === 'cic') cellOpened(exercise, 'ministry');
      return;
    case 'levelChanged':
      note(exercise, 'orange', 'tag', `level${effect.level[0]!.toUpperCase()}${effect.level.slice(1)}`);
      return;
    case 'trust':
      return moveTrust(exercise, effect.relation, effect.step, effect.why);
    case 'factsLost':
      if (isHolder(instance)) loseUnwritten(exercise, instance);
      return;
    case 'secondCaseLost': {
      const experts = poolOf(exercise.people, 'anssi', 'experts')!;
      occupy(exercise, experts, SECOND_CASE.people, SECOND_CASE.minutes, 'secondCase');
      note(exercise, 'anssi', 'lost', 'secondCase');
      return;
    }
    case 'answer':
      return answerFrom(exercise, effect);
    case 'lineOpen':
      return openLine(exercise, instance, effect.technology);
    case 'pressAsks':
      exercise.post({
        author: 'press',
        to: ['ministry', 'orange'],
        channel: 'email',
        key: 'messages.pressAsks',
      });
      return;
    case 'pressGuesses':
      // Somebody on a set says it may be an attack, since nobody says what it is.
      exercise.learn(
        'ministry',
        { type: 'cyberattack.suspected', about: { evidence: 'media' }, confidence: 0.15 },
        { kind: 'media' },
      );
      exercise.tell('population', { type: 'RUMOUR' });
      return;
    case 'curiousCalls':
      return curious(exercise, effect.percent);
  }
}

type Answer = Extract<ActorEffect, { type: 'answer' }>;

/** What was asked outside the seats comes back as a message, with the facts it brings. */
function answerFrom(exercise: Exercise, { about }: Answer): void {
  const lists = (): number[] => {
    const found = exercise.look('ministry', 'ministry.lists', {}, { kind: 'act', act: 'prefects' });
    return found;
  };
  switch (about) {
    case 'call':
      exercise.post({ author: 'vendor', to: ['orange'], channel: 'phone', key: 'messages.vendorCall' });
      return;
    case 'patch':
      exercise.post({ author: 'vendor', to: ['orange'], channel: 'email', key: 'messages.patchReady' });
      return;
    case 'poll':
      exercise.post({
        author: 'prefects',
        to: ['ministry'],
        channel: 'crisis',
        key: 'messages.pollAnswered',
      });
      return;
    case 'list':
      exercise.post({
        author: 'prefects',
        to: ['ministry'],
        channel: 'crisis',
        statements: lists(),
        key: 'messages.localLists',
      });
      return;
    case 'detour':
      exercise.post({
        author: 'operators',
        to: ['orange', 'ministry'],
        channel: 'phone',
        statements: heldOf(exercise, 'operators', ['emergency.affected']),
        key: 'messages.detourAgreed',
      });
  }
}

/** The line a statechart has opened can be called. An act that opened it has said in which rooms already. */
function openLine(exercise: Exercise, instance: InstanceId, technology: 'copper' | 'mobile' | 'ip'): void {
  if (instance !== 'services' && instance !== 'rooms') return;
  const own = exercise.ownAreas(instance);
  const acted = exercise.acts.some(
    (act) =>
      act.seat === instance &&
      act.endsAt === exercise.now &&
      exercise
        .actSpec(act.spec)!
        .effects.some((effect) => effect.op === 'order' && effect.type === 'openNumbers'),
  );
  if (acted) return;
  const order: Order = {
    at: exercise.now,
    by: instance,
    type: 'openNumbers',
    args: { areas: own, rooms: [...ROOMS], technology },
  };
  exercise.evening.give(order);
}
