import { expect, test } from 'vitest';
import { canJoin, channelsTo, routeTo } from '../../src/client/messageRoutes.ts';
import { unreachable } from '../../src/exercise/messages/channels.ts';
import { RECIPIENT_CHOICES } from '../../src/panels/console/recipients.ts';
import { CHANNELS, CORE_SEATS } from '../../src/session/playProtocol.ts';

test('every recipient offered to a seat has a channel, and no channel offered is refused', () => {
  for (const seat of CORE_SEATS)
    for (const id of RECIPIENT_CHOICES.filter((each) => each !== seat)) {
      const open = channelsTo(seat, [id]);
      expect(open, `${seat} to ${id}`).not.toEqual([]);
      for (const channel of open) expect(unreachable(seat, [id], channel)).toBeNull();
    }
});

test('one message has one channel: who cannot be reached by it together is not offered together', () => {
  expect(canJoin('orange', ['ministry'], 'public')).toBe(false);
  expect(canJoin('orange', ['ministry'], 'anssi')).toBe(true);
  expect(channelsTo('orange', ['public'])).toEqual(['public']);
  expect(channelsTo('orange', ['ministry'])).not.toContain('public');
  expect(channelsTo('orange', [])).toEqual(CHANNELS.filter((channel) => channel !== 'radio'));
});

test('a channel that leads nowhere gives way to the first that does, and the wanted one is kept where it leads', () => {
  expect(routeTo('orange', ['public'], 'email')).toBe('public');
  expect(routeTo('orange', ['ministry'], 'email')).toBe('email');
  expect(routeTo('orange', ['vendor'], 'crisis')).not.toBe('crisis');
});

test('customers who wrote to their operator are answered by mail, and nobody else writes to them', () => {
  expect(routeTo('orange', ['customers'], 'email')).toBe('email');
  expect(unreachable('anssi', ['customers'], 'email')?.code).toBe('noChannel');
});
