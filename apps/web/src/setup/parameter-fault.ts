import type { NumberParameter, Parameter, WeightsParameter } from '@webfaulon/protocol/parameter';
import { requirementOf } from '@webfaulon/protocol/requirement';

/** What is wrong with the value of a parameter and what it must be; null if nothing is. */
export function parameterFault(parameter: Parameter, value: unknown): string | null {
  return isValid(parameter, value) ? null : requirementOf(parameter).replace(parameter.name, parameter.label);
}

function isValid(parameter: Parameter, value: unknown): boolean {
  switch (parameter.kind) {
    case 'text':
      return typeof value === 'string' && value !== '' && value.length <= parameter.maxLength;
    case 'number':
      return isNumberInRange(parameter, value);
    case 'choice':
      return parameter.options.some((option) => option === value);
    case 'switch':
      return typeof value === 'boolean';
    case 'weights':
      return areWeights(parameter, value);
    case 'targets':
      return numbersOf(value)?.every((target) => Math.abs(target) <= parameter.maximum) ?? false;
    case 'choices':
      return Array.isArray(value) && value.every((choice) => parameter.options.includes(choice));
  }
}

function isNumberInRange(
  { integer, above, minimum, maximum, nullMeans }: NumberParameter,
  value: unknown,
): boolean {
  if (value === null) return nullMeans !== undefined;
  if (typeof value !== 'number' || !(integer ? Number.isSafeInteger(value) : Number.isFinite(value)))
    return false;
  if (above !== undefined && value <= above) return false;
  if (minimum !== undefined && value < minimum) return false;
  return maximum === undefined || value <= maximum;
}

function areWeights({ maximum }: WeightsParameter, value: unknown): boolean {
  const weights = numbersOf(value) ?? [];
  return weights.every((weight) => weight >= 0 && weight <= maximum) && weights.some((weight) => weight > 0);
}

/** The numbers of a record of numbers, NaN refused; null if it is none. */
function numbersOf(value: unknown): readonly number[] | null {
  if (typeof value !== 'object' || value === null) return null;
  const values: unknown[] = Object.values(value);
  return values.every((entry) => typeof entry === 'number' && !Number.isNaN(entry))
    ? (values as number[])
    : null;
}
