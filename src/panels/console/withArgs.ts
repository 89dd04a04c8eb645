import type { SaysView } from '../../view/seatView.ts';

/** What an act says once its order is filled in: the advice, the hour and the départements that were chosen. */
export function withArgs(says: SaysView, args: Readonly<Record<string, unknown>>): SaysView {
  const { wording, time, areas } = args;
  const chosen = (codes: readonly string[]): readonly string[] =>
    Array.isArray(areas) ? codes.filter((code) => areas.includes(code)) : codes;
  const { numbers } = says;
  return {
    ...says,
    said:
      typeof time !== 'number'
        ? says.said
        : says.said.map((each) =>
            each.type === 'restoration.eta' ? { ...each, about: { at: time }, confidence: 0.9 } : each,
          ),
    wording: says.wording !== null && typeof wording === 'string' ? wording : says.wording,
    numbers:
      numbers === null
        ? null
        : {
            areas: chosen(numbers.areas),
            tested: chosen(numbers.tested),
            faulty: chosen(numbers.faulty),
            wrongIn: numbers.wrongIn.filter(({ area }) => chosen([area]).length > 0),
          },
  };
}
