import { componentRecord } from './component-record.ts';
import type {
  ChoiceParameter,
  ChoicesParameter,
  NumberParameter,
  Parameter,
  SwitchParameter,
  TargetsParameter,
  TextParameter,
  WeightsParameter,
} from './parameter.ts';
import { requirementOf } from './requirement.ts';
import { z } from './zod.ts';

/** More than any list of options has. */
const MAX_CHOICES = 64;

/** How a parameter presents itself in OpenAPI. Zod adds type, range and default from the schema itself. */
export function presentation({ label, unit, help }: Parameter): { title: string; description: string } {
  return { title: label, description: unit === null ? help : `${help} Unit: ${unit}.` };
}

/** A text that is neither empty nor longer than its parameter allows. */
export function textSchema(parameter: TextParameter): z.ZodString {
  const { name, maxLength } = parameter;
  const tooLong = `${name} must have at most ${maxLength} characters.`;
  // An endless text is not looked at any further, hence abort.
  return z
    .string({ error: requirementOf(parameter) })
    .max(maxLength, { error: tooLong, abort: true })
    .min(1, { error: requirementOf(parameter), abort: true });
}

/** A finite number in the parameter's range. */
export function numberSchema(parameter: NumberParameter): z.ZodNumber {
  const { integer, above, minimum, maximum } = parameter;
  const error = requirementOf(parameter);
  let schema: z.ZodNumber = integer ? z.int({ error }) : z.number({ error });
  if (above !== undefined) schema = schema.gt(above, { error });
  if (minimum !== undefined) schema = schema.gte(minimum, { error });
  if (maximum !== undefined) schema = schema.lte(maximum, { error });
  return schema;
}

export function choiceSchema<const Options extends readonly [string, ...string[]]>(
  parameter: ChoiceParameter & { readonly options: Options },
): z.ZodEnum<{ [Option in Options[number]]: Option }> {
  return z.enum(parameter.options, { error: requirementOf(parameter) });
}

export function switchSchema(parameter: SwitchParameter): z.ZodBoolean {
  return z.boolean({ error: requirementOf(parameter) });
}

/** Weights of scoring components by name, of which at least one counts. */
export function weightsSchema(parameter: WeightsParameter) {
  const { name: field, maximum } = parameter;
  return componentRecord({
    requirement: requirementOf(parameter),
    accepts: (weight) => weight >= 0 && weight <= maximum,
    range: { type: 'number', minimum: 0, maximum },
    fault: (name) => `The weight of "${name}" in ${field} must be a number from 0 to ${maximum}.`,
    code: 'component_weight',
  })
    .refine((weights) => Object.values(weights).some((weight) => weight > 0), {
      error: `${field} must give a weight above 0 to at least one scoring component.`,
      params: { code: 'objective_empty' },
    })
    .meta({ minProperties: 1 });
}

/** Scores that components are aimed at, by their names. */
export function targetsSchema(parameter: TargetsParameter) {
  const { name: field, maximum } = parameter;
  return componentRecord({
    requirement: requirementOf(parameter),
    accepts: (target) => Math.abs(target) <= maximum,
    range: { type: 'number', minimum: -maximum, maximum },
    fault: (name) => `The target of "${name}" in ${field} must be a number from -${maximum} to ${maximum}.`,
    code: 'component_target',
  });
}

/** A list of options, each as often as one likes: what counts is which are there. */
export function choicesSchema(parameter: ChoicesParameter) {
  const error = requirementOf(parameter);
  return z.array(z.enum(parameter.options, { error }), { error }).max(MAX_CHOICES, { error }).readonly();
}
