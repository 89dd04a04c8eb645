import { expect, test } from 'vitest';
import { createEvening } from '../../src/callflow/evening.ts';
import { order, smallCountry } from './callflowWorlds.ts';

test('a room never holds more calls than it has lines, however many call-takers come', () => {
  const spec = smallCountry({ worried_factor: 4, recall_delay: 0 });
  const crowd = order('16:20', {
    type: 'staff',
    args: { areas: 'all', rooms: ['15', '17', '18-112'], factor: 10 },
  });
  const evening = createEvening(spec, 1, [crowd]);
  for (let at = spec.clock.start; at < spec.clock.end; at += 60_000) {
    evening.runTo(at);
    evening.lines.forEach((lines, room) =>
      expect(evening.busy[room] + evening.waiting[room]).toBeLessThanOrEqual(lines),
    );
  }
});
