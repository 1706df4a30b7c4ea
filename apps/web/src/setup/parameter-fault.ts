import type { NumberParameter, Parameter, WeightsParameter } from '@webfaulon/protocol/parameters';
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
  if (typeof value !== 'object' || value === null) return false;
  const weights = Object.values(value);
  const isWeight = (weight: unknown) => typeof weight === 'number' && weight >= 0 && weight <= maximum;
  return weights.every(isWeight) && weights.some((weight) => weight > 0);
}
