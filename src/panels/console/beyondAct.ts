import type { ActSpec } from '../../session/playProtocol.ts';

/** What an act takes beyond its own minutes and people, by the data of its effects: nothing of it is written in a text. */
export type Beyond =
  | { readonly kind: 'stays'; readonly pool: string; readonly people: number; readonly minutes: number }
  | { readonly kind: 'takes'; readonly seat: string; readonly people: number; readonly minutes: number }
  | {
      readonly kind: 'rooms';
      readonly rooms: readonly string[];
      /** Per cent more or less of what they answer. */
      readonly percent: number;
      readonly minutes: number;
    };

export function beyondAct({ seat, effects }: Pick<ActSpec, 'seat' | 'effects'>): readonly Beyond[] {
  return together(
    effects.flatMap((effect): Beyond[] => {
      if (effect.op === 'occupy') {
        const { people, minutes, pool } = effect;
        return effect.seat === seat
          ? [{ kind: 'stays', pool, people, minutes }]
          : [{ kind: 'takes', seat: effect.seat, people, minutes }];
      }
      if (effect.op !== 'capacity') return [];
      const { rooms, factor, minutes } = effect;
      return [{ kind: 'rooms', rooms, percent: Math.round(100 * (factor - 1)), minutes }];
    }),
  );
}

/** Two pools of another seat that lose somebody for as long are one loss to it: their people are added up. */
function together(all: readonly Beyond[]): readonly Beyond[] {
  const sums: Beyond[] = [];
  for (const each of all) {
    const same = sums.findIndex(
      (other) =>
        each.kind === 'takes' &&
        other.kind === 'takes' &&
        other.seat === each.seat &&
        other.minutes === each.minutes,
    );
    const other = sums[same];
    if (each.kind === 'takes' && other?.kind === 'takes')
      sums[same] = { ...other, people: other.people + each.people };
    else sums.push(each);
  }
  return sums;
}
