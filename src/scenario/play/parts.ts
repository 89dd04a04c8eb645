import * as v from 'valibot';

/** Pieces of the schemas of the play. */
export const filled = v.pipe(v.string(), v.nonEmpty());
export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const minutes = v.pipe(v.number(), v.minValue(0), v.maxValue(600));
export const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100));
export const people = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
/** Arguments by name: what they may be is the order's or the sensor's own. */
export const args = v.record(v.string(), v.unknown());

const notObject = v.custom<never>(() => false);

/**
 * A choice of shapes by the word under `key`. valibot's own variant says of an unknown word only that nothing fits:
 * here the error names the word, and the one that was meant.
 */
export function shapeBy<const Shapes extends Readonly<Record<string, v.GenericSchema>>>(
  key: string,
  shapes: Shapes,
): v.GenericSchema<unknown, v.InferOutput<Shapes[keyof Shapes]>> {
  const unknown = v.object({ [key]: v.picklist(Object.keys(shapes)) });
  return v.lazy((given) => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return notObject;
    const word = (given as Readonly<Record<string, unknown>>)[key];
    return typeof word === 'string' && Object.hasOwn(shapes, word) ? shapes[word]! : unknown;
  }) as v.GenericSchema<unknown, v.InferOutput<Shapes[keyof Shapes]>>;
}
