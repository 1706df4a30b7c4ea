import { PARAMETERS } from '@webfaulon/protocol/parameters';
import { type ResolvedConfiguration, totalSteps } from '@webfaulon/sa-core';
import { formatCount, formatScore } from '../format.ts';
import { objectiveInWords } from '../objective/objective-in-words.ts';

type Field = keyof ResolvedConfiguration;

/** Told by words of their own, or following from what is told. */
const TOLD_APART: ReadonlySet<string> = new Set<Field>([
  'formula',
  'seed',
  'schedule',
  'initial_temp',
  'min_temp',
  'cooling_schedule_k',
  'steps_per_cycle',
  'num_cycles',
  'optimization_mode',
  'component_weights',
  'component_targets',
  'component_versions',
  'algorithm_version',
]);

/** How a configuration differs from another, such as "seed 7, constant kT 5"; empty if it does not. */
export function differenceInWords(other: ResolvedConfiguration, own: ResolvedConfiguration): string {
  const differs = (...fields: readonly Field[]) =>
    fields.some((field) => JSON.stringify(other[field]) !== JSON.stringify(own[field]));
  const words: string[] = [];
  if (differs('formula')) words.push(other.formula);
  if (differs('optimization_mode', 'component_weights', 'component_targets')) {
    words.push(objectiveInWords(other));
  }
  if (differs('schedule', 'initial_temp', 'min_temp', 'cooling_schedule_k'))
    words.push(scheduleInWords(other));
  if (totalSteps(other) !== totalSteps(own)) words.push(`${formatCount(totalSteps(other))} steps`);
  else if (differs('num_cycles')) words.push(`${formatCount(other.num_cycles)} cycles`);
  if (differs('seed')) words.push(`seed ${other.seed}`);
  for (const [field, parameter] of Object.entries(PARAMETERS)) {
    if (TOLD_APART.has(field) || !differs(field as Field)) continue;
    words.push(`${parameter.label.toLowerCase()} ${valueInWords(other[field as Field])}`);
  }
  return words.join(', ');
}

/** Such as "f_8 from kT 100"; a temperature too low to matter is said to be about 0. */
function scheduleInWords({
  schedule,
  initial_temp,
  min_temp,
  cooling_schedule_k,
}: ResolvedConfiguration): string {
  const first = Math.max(initial_temp, min_temp);
  const kT = first < 0.001 ? 'kT ≈ 0' : `kT ${formatScore(first)}`;
  if (schedule === 'constant') return `constant ${kT}`;
  return `${schedule === 'f_k' ? `f_${formatScore(cooling_schedule_k)}` : schedule} from ${kT}`;
}

function valueInWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (value === null) return 'none';
  return Array.isArray(value) ? value.join(', ') || 'none' : String(value);
}
