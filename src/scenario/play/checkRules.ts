import type { ScenarioError } from '../errors.ts';
import { checkArgs } from './checkArgs.ts';
import { Findings } from './checking.ts';
import type { ActSpec, DoctrineSpec, Play, PlayGround, RuleSpec } from './types.ts';
import { DOCTRINES } from './types.ts';
import { CORE_SEATS } from './vocabulary.ts';

/** Each doctrine once for each seat; rules name acts, tags and facts that exist. */
export function checkRules(play: Play, ground: PlayGround | undefined): ScenarioError[] {
  const found = new Findings();
  checkList(found, 'doctrines', play.doctrines, CORE_SEATS, play.acts, ground);
  checkList(found, 'operatorDoctrines', play.operators.doctrines, ['operators'], play.operators.acts, ground);
  const measures = play.measures.flatMap(({ effects }) =>
    effects.flatMap((effect) => (effect.op === 'rule' ? [effect.rule.id] : [])),
  );
  const rules = [...play.doctrines, ...play.operators.doctrines].flatMap((doctrine) =>
    (doctrine.rules as readonly RuleSpec<string>[]).map((rule) => rule.id),
  );
  found.once('rules', [...rules, ...measures], 'id');
  return found.errors;
}

function checkList(
  found: Findings,
  list: string,
  doctrines: readonly DoctrineSpec<string>[],
  seats: readonly string[],
  acts: readonly ActSpec<string>[],
  ground: PlayGround | undefined,
): void {
  const written = doctrines.map((doctrine) => `${doctrine.id} ${doctrine.seat}`);
  found.once(list, written, 'seat');
  for (const id of DOCTRINES)
    for (const seat of seats) if (!written.includes(`${id} ${seat}`)) found.missing(list, `${id} ${seat}`);
  doctrines.forEach((doctrine, i) => {
    doctrine.rules.forEach((rule, j) => {
      const path = `${list}[${i}].rules[${j}]`;
      found.known(`${path}.seat`, rule.seat, [doctrine.seat]);
      checkRule(found, path, rule, acts, ground);
    });
  });
}

export function checkRule(
  found: Findings,
  path: string,
  rule: RuleSpec<string>,
  acts: readonly ActSpec<string>[],
  ground: PlayGround | undefined,
): void {
  const own = acts.filter((act) => act.seat === rule.seat);
  const ids = own.map((act) => act.id);
  const seat = CORE_SEATS.find((core) => core === rule.seat);
  if (found.known(`${path}.act`, rule.act, ids)) {
    const ordered = own.filter((act) => act.id === rule.act);
    checkArgs(found, `${path}.args`, rule.args, ordered);
    // A rule that leaves out what its act must be told would be refused at each thought.
    for (const { name, required } of ordered.flatMap(({ asks }) => asks))
      if (required === true && rule.args?.[name] === undefined) found.missing(`${path}.args.${name}`, name);
  }
  rule.when.after?.forEach((act, i) => found.known(`${path}.when.after[${i}]`, act, ids));
  if (seat !== undefined) {
    found.tags(`${path}.when.tags`, seat, rule.when.tags);
    found.tags(`${path}.when.lacksTags`, seat, rule.when.lacksTags);
  }
  found.range(`${path}.spread`, `≤ ${rule.delay}`, rule.spread, rule.spread <= rule.delay);
  rule.doors.forEach((door, i) => {
    const keys = [door.fact, door.person, door.authority].filter((key) => key !== undefined).length;
    found.size(`${path}.doors[${i}]`, 1, keys);
  });
  if (ground === undefined) return;
  for (const key of ['servers', 'areas'] as const) {
    const chosen = rule.args?.[key];
    if (!Array.isArray(chosen)) continue;
    chosen.forEach((name, i) => found.known(`${path}.args.${key}[${i}]`, String(name), ground[key]));
  }
}
