import type { CommandBody } from '../exercise/commands.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { Message } from '../exercise/messages/messages.ts';
import type { HolderId } from '../exercise/seat.ts';

/**
 * A command given in one evening, said for another: statements, messages and acts have other numbers there. What says
 * the same is taken; failing that the nearest of its kind; failing that the command is left out (null) or goes without.
 * In the very evening it was given in, it is said unchanged.
 */
export function translated(
  body: CommandBody,
  by: HolderId,
  from: Exercise,
  to: Exercise,
): CommandBody | null {
  switch (body.type) {
    case 'act':
      return { ...body, rests: statements(body.rests, by, from, to) };
    case 'write':
      return { ...body, statements: statements(body.statements, by, from, to) };
    case 'send': {
      const { answers, ...rest } = body;
      const said = { ...rest, statements: statements(body.statements, by, from, to) };
      const answered = answers === undefined ? undefined : message(answers, by, from, to);
      return answered === undefined ? said : { ...said, answers: answered };
    }
    case 'read': {
      const read = message(body.message, by, from, to) ?? oldestUnread(by, to);
      return read === undefined ? null : { ...body, message: read };
    }
    case 'stop': {
      const act = underWay(body.act, by, from, to);
      return act === undefined ? null : { ...body, act };
    }
    default:
      return body;
  }
}

function statements(indexes: readonly number[], by: HolderId, from: Exercise, to: Exercise): number[] {
  const found = indexes.flatMap((index) => statement(index, by, from, to) ?? []);
  return [...new Set(found)];
}

function statement(index: number, by: HolderId, from: Exercise, to: Exercise): number | undefined {
  const meant = from.knowledge.statements[index];
  if (meant === undefined) return undefined;
  const known = to.knowledge.statements;
  const held = to.knowledge.held[by];
  const same = known[index];
  if (same?.at === meant.at && same.says === meant.says && held.some((each) => each.statement === index))
    return index;
  const saying = held.findLast((each) => known[each.statement]!.says === meant.says);
  return (saying ?? held.findLast((each) => known[each.statement]!.type === meant.type))?.statement;
}

function message(id: number, by: HolderId, from: Exercise, to: Exercise): number | undefined {
  const meant = from.messages[id];
  if (meant === undefined) return undefined;
  const alike = (other: Message | undefined): other is Message =>
    other !== undefined &&
    other.author === meant.author &&
    other.key === meant.key &&
    other.arrivedAt[by] !== undefined;
  const same = to.messages[id];
  if (alike(same) && same.sentAt === meant.sentAt) return id;
  const others = to.messages.filter((other) => alike(other) && other.readAt[by] === undefined);
  const distance = (other: Message): number => Math.abs(other.sentAt - meant.sentAt);
  return others.sort((a, b) => distance(a) - distance(b) || a.id - b.id)[0]?.id;
}

/** Who opened one envelope would open another. */
function oldestUnread(by: HolderId, { messages }: Exercise): number | undefined {
  return messages.find(({ arrivedAt, readAt }) => arrivedAt[by] !== undefined && readAt[by] === undefined)
    ?.id;
}

function underWay(id: number, by: HolderId, from: Exercise, to: Exercise): number | undefined {
  const meant = from.acts[id];
  if (meant === undefined) return undefined;
  const same = to.acts[id];
  if (same?.seat === by && same.spec === meant.spec && !same.ended) return id;
  return to.acts.findLast((act) => act.seat === by && act.spec === meant.spec && !act.ended)?.id;
}
