import { parseNumber } from '../../client/orderForm.ts';
import type { ParameterInfo } from '../../session/protocol.ts';

/** The number typed for a parameter, or null when it is none or outside the plausible range. */
export function typedValue(text: string, parameter: ParameterInfo): number | null {
  const number = parseNumber(text);
  return number === null || number < parameter.min || number > parameter.max ? null : number;
}

/** Parameters whose field holds something that cannot be used. */
export function invalidNames(
  typed: Readonly<Record<string, string>>,
  parameters: readonly ParameterInfo[],
): readonly string[] {
  return parameters.flatMap((parameter) => {
    const text = typed[parameter.name];
    return text !== undefined && typedValue(text, parameter) === null ? [parameter.name] : [];
  });
}
