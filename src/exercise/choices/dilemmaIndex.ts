import { clockTime } from '../../scenario/clockTime.ts';
import type { DilemmaSpec, Play } from '../../scenario/play/types.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { Choice } from '../state.ts';

/** A dilemma made ready to be looked at each minute: its window in clock ms. */
export interface Windowed {
  readonly spec: DilemmaSpec;
  readonly opens: number;
  readonly closes: number;
}

interface DilemmaIndex {
  readonly byId: ReadonlyMap<string, DilemmaSpec>;
  /** By seat, those that close first before the others; of equals, in the order of the data. */
  readonly bySeat: Readonly<Record<SeatId, readonly Windowed[]>>;
}

/** Made once from the play's data. */
const indexes = new WeakMap<readonly DilemmaSpec[], DilemmaIndex>();

function indexOf({ dilemmas }: Play): DilemmaIndex {
  const known = indexes.get(dilemmas);
  if (known !== undefined) return known;
  const windowed = (seat: SeatId): Windowed[] =>
    dilemmas
      .filter((spec) => spec.seat === seat)
      .map((spec) => ({ spec, opens: clockTime(spec.window[0]), closes: clockTime(spec.window[1]) }))
      .sort((a, b) => a.closes - b.closes);
  const index: DilemmaIndex = {
    byId: new Map(dilemmas.map((spec) => [spec.id, spec])),
    bySeat: {
      orange: windowed('orange'),
      ministry: windowed('ministry'),
      anssi: windowed('anssi'),
      services: windowed('services'),
    },
  };
  indexes.set(dilemmas, index);
  return index;
}

export function dilemmaOf(play: Play, id: string): DilemmaSpec | undefined {
  return indexOf(play).byId.get(id);
}

/** A seat's dilemmas, those that close first before the others. */
export function dilemmasOf(play: Play, seat: SeatId): readonly Windowed[] {
  return indexOf(play).bySeat[seat];
}

interface ChoiceIndex {
  read: number;
  readonly byDilemma: Map<string, Choice>;
}

/** A cache beside a list that is only ever added to. */
const choiceIndexes = new WeakMap<readonly Choice[], ChoiceIndex>();

/** The choice that a dilemma was put as, or undefined as long as it was not. */
export function choiceAmong(choices: readonly Choice[], dilemma: string): Choice | undefined {
  let index = choiceIndexes.get(choices);
  if (index === undefined) choiceIndexes.set(choices, (index = { read: 0, byDilemma: new Map() }));
  for (; index.read < choices.length; index.read++)
    index.byDilemma.set(choices[index.read]!.dilemma, choices[index.read]!);
  return index.byDilemma.get(dilemma);
}
