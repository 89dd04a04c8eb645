import { expect, test } from 'vitest';
import type { Cause, Exercise } from '../../src/exercise/exercise.ts';
import { deliver } from '../../src/exercise/messages/mail.ts';
import { openExercise } from '../../src/exercise/open.ts';
import { clock } from '../../src/kernel/time.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import { serversGauge } from '../../src/view/seat/gauges/servers.ts';
import en from '../../locales/en/play.json' with { type: 'json' };
import fr from '../../locales/fr/play.json' with { type: 'json' };
import { play, setupOf } from './exerciseSample.ts';
import { scenarioFile, territory } from './scenarioSample.ts';

const june = scenarioFile('june-evening');

/** An evening in June with this cause, a person at the operator's. */
function evening(cause: Cause): Exercise {
  const shares = { ...june.causes!.shares, bug: 0, attack: 0, otherVendor: 0, cut: 0, [cause]: 1 };
  const machines = CORE_SEATS.filter((seat) => seat !== 'orange');
  const opened = openExercise(
    setupOf(3, 'willing-2021', machines, { scenario: 'june-evening', home: '59' }),
    {
      file: { ...june, causes: { ...june.causes!, shares } },
      territory,
      play,
    },
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

test.each(['bug', 'attack', 'otherVendor', 'cut'] as const)(
  '%s: the letter about alarms counts the servers that the gauge shows in fault',
  (cause) => {
    const exercise = evening(cause);
    exercise.runTo(clock('18:00'));
    expect(exercise.cause).toBe(cause);
    deliver(
      exercise,
      play.envelopes.find(({ id }) => id === 'voiceFlood')!,
    );
    const { servers } = serversGauge(exercise.evening);
    const faulty = servers.filter(({ modulesUp, modules, losing }) => modulesUp < modules || losing >= 0.1);
    expect(exercise.messages.at(-1)!.figures).toEqual({ down: faulty.length, all: servers.length });
  },
);

test('servers of another make that lose calls are seen to, though their memory and modules are well', () => {
  const exercise = evening('otherVendor');
  exercise.runTo(clock('18:00'));
  const losing = serversGauge(exercise.evening).servers.filter((server) => server.losing > 0);
  expect(losing.length).toBeGreaterThan(0);
  const bug = evening('bug');
  bug.runTo(clock('18:00'));
  expect(serversGauge(bug.evening).servers.every((server) => server.losing === 0)).toBe(true);
});

test('choices and ordinary letters say nothing of a memory that another cause leaves alone', () => {
  const ordinary = play.envelopes.filter(({ guided }) => !guided).map(({ id }) => id);
  for (const [texts, word] of [
    [fr, /mémoire|redémarre plus/i],
    [en, /memory|restarts more/i],
  ] as const) {
    const messages = texts.messages as unknown as Record<string, { text: string }>;
    for (const id of ordinary) expect(messages[id]!.text, id).not.toMatch(word);
    for (const [id, { question }] of Object.entries(texts.dilemmas as Record<string, { question: string }>))
      expect(question, id).not.toMatch(word);
  }
});
