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
  return effects.flatMap((effect): Beyond[] => {
    if (effect.op === 'occupy') {
      const { people, minutes, pool } = effect;
      return effect.seat === seat
        ? [{ kind: 'stays', pool, people, minutes }]
        : [{ kind: 'takes', seat: effect.seat, people, minutes }];
    }
    if (effect.op !== 'capacity') return [];
    const { rooms, factor, minutes } = effect;
    return [{ kind: 'rooms', rooms, percent: Math.round(100 * (factor - 1)), minutes }];
  });
}
