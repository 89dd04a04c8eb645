import { expect, test } from 'vitest';
import type { CommandBody } from '../../src/exercise/commands.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { canonicalJson } from '../../src/kernel/canonicalJson.ts';
import { hashText } from '../../src/kernel/hash.ts';
import { clock, clockText } from '../../src/kernel/time.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { project } from '../../src/view/project.ts';
import { engineCommand } from '../../src/view/seat/handles.ts';
import type { FactView, SeatView } from '../../src/view/seatView.ts';
import { exerciseOf } from './exerciseSample.ts';

/**
 * A quarter of an hour of talk between four persons, seen from each seat. Only what they say to each other is kept: the
 * rest changes with the model and with the play's data, and has tests of its own.
 */
class Talk {
  readonly exercise: Exercise = exerciseOf(1, 'as-in-2021', []);

  at(time: string, seat: SeatId, body: CommandBody): void {
    this.exercise.runTo(clock(time));
    expect(this.exercise.apply(seat, engineCommand(this.exercise, seat, body))).toBe(null);
  }

  named(seat: SeatId, type: FactView['type']): number {
    return project(this.exercise, seat).facts.find((fact) => fact.type === type)!.statement;
  }
}

/** Without the numbers of messages: ordinary mail comes between them. */
function told(view: SeatView) {
  const core: readonly string[] = CORE_SEATS;
  return {
    facts: view.facts
      .filter(({ source }) => source.kind === 'hearsay' || source.kind === 'message')
      .map((fact) => ({ ...fact, source: 'from' in fact.source ? fact.source.from : fact.source.kind })),
    inTray: view.inTray
      .filter(({ from }) => core.includes(from))
      .map((message) => ({ ...message, id: 0, answers: message.answers !== null })),
    sent: view.sent,
    numbers: view.numbers,
  };
}

/** One line a thing, and a hash of all of it. */
function lines(exercise: Exercise): string[] {
  return CORE_SEATS.flatMap((seat) => {
    const view = told(project(exercise, seat));
    const { facts, inTray, sent, numbers } = view;
    return [
      `${seat} ${hashText(canonicalJson(view)).slice(0, 8)}`,
      ...facts.map(
        ({ type, source, confidence, contradictedBy, superseded, since, writtenDown }) =>
          `  ${clockText(since)} ${type} ${source} ${confidence}` +
          `${contradictedBy.length > 0 ? ' contradicted' : ''}${superseded ? ' replaced' : ''}${writtenDown ? ' written' : ''}`,
      ),
      ...inTray.map(
        ({ from, channel, text, readAt, answered, statements }) =>
          `  in: ${from} ${channel} "${text}" ${readAt === null ? 'unopened' : clockText(readAt)} ${statements.length} facts${answered ? ' answered' : ''}`,
      ),
      ...sent.map(
        ({ to, channel, text, arrivedAt, answered }) =>
          `  out: ${to.join(' ')} ${channel} "${text}" ${arrivedAt === null ? 'on its way' : clockText(arrivedAt)}${answered ? ' answered' : ''}`,
      ),
      ...numbers.map(({ area, state }) => `  number ${area} ${state}`),
    ];
  });
}

test('what each seat sees of a talk, step by step', () => {
  const talk = new Talk();
  const { exercise } = talk;
  talk.at('16:31', 'services', {
    type: 'hear',
    from: 'neighbours',
    fact: 'workaround.number',
    about: { areas: ['59', '62'] },
  });
  talk.at('16:31', 'services', {
    type: 'send',
    to: ['ministry', 'orange'],
    channel: 'crisis',
    statements: [talk.named('services', 'workaround.number')],
    text: 'These numbers answer',
  });
  talk.at('16:32', 'orange', {
    type: 'hear',
    from: 'vendor',
    fact: 'workaround.crosses',
    about: { area: '59', answer: 'yes' },
  });
  exercise.runTo(clock('16:33'));
  expect(lines(exercise)).toMatchInlineSnapshot(`
    [
      "orange 6df83d96",
      "  16:32 workaround.crosses vendor 0.3",
      "  number 59 crosses",
      "ministry 87b68a6d",
      "anssi 87b68a6d",
      "services f703d62a",
      "  16:31 workaround.number neighbours 0.3 written",
      "  out: ministry orange crisis "These numbers answer" on its way",
      "  number 59 heard",
      "  number 62 heard",
    ]
  `);

  exercise.runTo(clock('16:34'));
  const [letter] = project(exercise, 'ministry').inTray.filter(({ from }) => from === 'services');
  talk.at('16:34', 'ministry', { type: 'read', message: letter!.id });
  talk.at('16:34', 'ministry', {
    type: 'send',
    to: ['services'],
    channel: 'crisis',
    statements: [],
    text: 'Received',
    answers: letter!.id,
  });
  talk.at('16:35', 'orange', {
    type: 'send',
    to: ['ministry'],
    channel: 'crisis',
    statements: [talk.named('orange', 'workaround.crosses')],
    text: 'Mind the one of the Nord',
  });
  talk.at('16:36', 'anssi', {
    type: 'hear',
    from: 'press',
    fact: 'cyberattack.suspected',
    about: { evidence: 'claim' },
  });
  talk.at('16:37', 'ministry', {
    type: 'hear',
    from: 'orange',
    fact: 'cyberattack.excluded',
    about: { evidence: 'logs' },
  });
  talk.at('16:37', 'anssi', {
    type: 'send',
    to: ['ministry'],
    channel: 'crisis',
    statements: [talk.named('anssi', 'cyberattack.suspected')],
    text: 'A claim',
  });
  exercise.runTo(clock('16:38'));
  expect(lines(exercise)).toMatchInlineSnapshot(`
    [
      "orange 995ade96",
      "  16:32 workaround.crosses vendor 0.3 written",
      "  in: services crisis "" unopened 0 facts",
      "  out: ministry crisis "Mind the one of the Nord" 16:38",
      "  number 59 crosses",
      "ministry cd9fa31b",
      "  16:37 cyberattack.excluded orange 0.3",
      "  16:34 workaround.number services 0.27 written",
      "  in: orange crisis "" unopened 0 facts",
      "  in: services crisis "These numbers answer" 16:34 1 facts answered",
      "  out: services crisis "Received" 16:37",
      "  number 59 heard",
      "  number 62 heard",
      "anssi 7a6a75a3",
      "  16:36 cyberattack.suspected press 0.3 written",
      "  out: ministry crisis "A claim" on its way",
      "services da55731d",
      "  16:31 workaround.number neighbours 0.3 written",
      "  in: ministry crisis "" unopened 0 facts",
      "  out: ministry orange crisis "These numbers answer" 16:34 answered",
      "  number 59 heard",
      "  number 62 heard",
    ]
  `);

  exercise.runTo(clock('16:41'));
  for (const { id, readAt } of project(exercise, 'ministry').inTray)
    if (readAt === null) talk.at('16:41', 'ministry', { type: 'read', message: id });
  talk.at('16:42', 'ministry', {
    type: 'write',
    text: 'Two words on an attack',
    statements: [talk.named('ministry', 'cyberattack.excluded')],
  });
  expect(lines(exercise)).toMatchInlineSnapshot(`
    [
      "orange 995ade96",
      "  16:32 workaround.crosses vendor 0.3 written",
      "  in: services crisis "" unopened 0 facts",
      "  out: ministry crisis "Mind the one of the Nord" 16:38",
      "  number 59 crosses",
      "ministry 5b2e2ac1",
      "  16:41 workaround.crosses orange 0.27 written",
      "  16:41 cyberattack.suspected anssi 0.27 contradicted written",
      "  16:37 cyberattack.excluded orange 0.3 contradicted written",
      "  16:34 workaround.number services 0.27 written",
      "  in: anssi crisis "A claim" 16:41 1 facts",
      "  in: orange crisis "Mind the one of the Nord" 16:41 1 facts",
      "  in: services crisis "These numbers answer" 16:34 1 facts answered",
      "  out: services crisis "Received" 16:37",
      "  number 59 crosses",
      "  number 62 heard",
      "anssi d4aca8b5",
      "  16:36 cyberattack.suspected press 0.3 written",
      "  out: ministry crisis "A claim" 16:40",
      "services da55731d",
      "  16:31 workaround.number neighbours 0.3 written",
      "  in: ministry crisis "" unopened 0 facts",
      "  out: ministry orange crisis "These numbers answer" 16:34 answered",
      "  number 59 heard",
      "  number 62 heard",
    ]
  `);
});
