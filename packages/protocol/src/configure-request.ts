import { componentRecord } from './component-record.ts';
import {
  choiceSchema,
  choicesSchema,
  numberSchema,
  presentation,
  switchSchema,
  targetsSchema,
  textSchema,
  weightsSchema,
} from './parameter-schema.ts';
import { PARAMETERS } from './parameters.ts';
import { requirementOf } from './requirement.ts';
import { z } from './zod.ts';

/**
 * Every token starts with a capital and holds no other, so that a text can be divided in one way only: the match takes
 * linear time.
 */
const FORMULA_PATTERN = /^([A-Z][a-z]?\d*)+$/;

const formula = textSchema(PARAMETERS.formula)
  .refine((text) => FORMULA_PATTERN.test(text), {
    error: requirementOf(PARAMETERS.formula),
    params: { code: 'formula_syntax' },
  })
  .meta({ ...presentation(PARAMETERS.formula), pattern: FORMULA_PATTERN.source, examples: ['C10H16'] });

const ALGORITHM_VERSION_TEXT = 'algorithm_version must be a whole number from 1 to 9007199254740991.';

const algorithmVersion = z
  .int({ error: ALGORITHM_VERSION_TEXT })
  .gte(1, { error: ALGORITHM_VERSION_TEXT })
  .exactOptional()
  .meta({
    description:
      'The version of the algorithm that the run is to have, as status tells it. Any other than the server’s is refused. Leave it out to run with what there is.',
  });

const componentVersions = componentRecord({
  requirement:
    'component_versions must be an object that gives a version to scoring components, such as {"wiener_index": 1}.',
  accepts: (version) => Number.isSafeInteger(version) && version >= 1,
  range: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
  fault: (name) => `The version of "${name}" in component_versions must be a whole number above 0.`,
  code: 'version_mismatch',
})
  .exactOptional()
  .meta({
    description:
      'The versions of the scoring components that the run is to have, as status tells them. Leave it out to run with what there is.',
  });

const BODY_TEXT = 'The body must be a JSON object with at least a formula, such as {"formula": "C10H16"}.';

/**
 * The body of POST configure: its shape, without any chemistry. Unknown fields are ignored and absent ones filled in.
 * What status tells as configuration is a valid body again, and means the same run.
 */
export const configureRequest = z
  .object(
    {
      formula,
      initial_temp: numberSchema(PARAMETERS.initial_temp)
        .default(PARAMETERS.initial_temp.default)
        .meta(presentation(PARAMETERS.initial_temp)),
      cooling_schedule_k: numberSchema(PARAMETERS.cooling_schedule_k)
        .default(PARAMETERS.cooling_schedule_k.default)
        .meta(presentation(PARAMETERS.cooling_schedule_k)),
      steps_per_cycle: numberSchema(PARAMETERS.steps_per_cycle)
        .default(PARAMETERS.steps_per_cycle.default)
        .meta(presentation(PARAMETERS.steps_per_cycle)),
      num_cycles: numberSchema(PARAMETERS.num_cycles)
        .default(PARAMETERS.num_cycles.default)
        .meta(presentation(PARAMETERS.num_cycles)),
      optimization_mode: choiceSchema(PARAMETERS.optimization_mode)
        .default(PARAMETERS.optimization_mode.default)
        .meta(presentation(PARAMETERS.optimization_mode)),
      component_weights: weightsSchema(PARAMETERS.component_weights)
        .default(PARAMETERS.component_weights.default)
        .meta(presentation(PARAMETERS.component_weights)),
      component_targets: targetsSchema(PARAMETERS.component_targets)
        .default(PARAMETERS.component_targets.default)
        .meta(presentation(PARAMETERS.component_targets)),
      seed: numberSchema(PARAMETERS.seed)
        .default(PARAMETERS.seed.default)
        .meta(presentation(PARAMETERS.seed)),
      steps_per_second: numberSchema(PARAMETERS.steps_per_second)
        .nullable()
        .default(PARAMETERS.steps_per_second.default)
        .meta(presentation(PARAMETERS.steps_per_second)),
      min_temp: numberSchema(PARAMETERS.min_temp)
        .nullable()
        .default(PARAMETERS.min_temp.default)
        .meta(presentation(PARAMETERS.min_temp)),
      reheat: switchSchema(PARAMETERS.reheat)
        .default(PARAMETERS.reheat.default)
        .meta(presentation(PARAMETERS.reheat)),
      proposal: choiceSchema(PARAMETERS.proposal)
        .default(PARAMETERS.proposal.default)
        .meta(presentation(PARAMETERS.proposal)),
      hastings: switchSchema(PARAMETERS.hastings)
        .default(PARAMETERS.hastings.default)
        .meta(presentation(PARAMETERS.hastings)),
      initial: textSchema(PARAMETERS.initial)
        .default(PARAMETERS.initial.default)
        .meta(presentation(PARAMETERS.initial)),
      schedule: choiceSchema(PARAMETERS.schedule)
        .default(PARAMETERS.schedule.default)
        .meta(presentation(PARAMETERS.schedule)),
      restart: choiceSchema(PARAMETERS.restart)
        .default(PARAMETERS.restart.default)
        .meta(presentation(PARAMETERS.restart)),
      stop_at_score: numberSchema(PARAMETERS.stop_at_score)
        .nullable()
        .default(PARAMETERS.stop_at_score.default)
        .meta(presentation(PARAMETERS.stop_at_score)),
      stop_after_steps_without_improvement: numberSchema(PARAMETERS.stop_after_steps_without_improvement)
        .nullable()
        .default(PARAMETERS.stop_after_steps_without_improvement.default)
        .meta(presentation(PARAMETERS.stop_after_steps_without_improvement)),
      filters: choicesSchema(PARAMETERS.filters)
        .default(PARAMETERS.filters.default)
        .meta(presentation(PARAMETERS.filters)),
      algorithm_version: algorithmVersion,
      component_versions: componentVersions,
    },
    { error: BODY_TEXT },
  )
  .meta({
    id: 'ConfigureRequest',
    description: 'What a run is to be. Only formula is required.',
    examples: [
      { formula: 'C10H16' },
      { formula: 'C6H14', optimization_mode: 'MAXIMIZE', seed: 7, steps_per_second: null },
    ],
  });

/** A configuration as a client writes it: only formula is required. */
export type ConfigureRequest = z.input<typeof configureRequest>;

/** A configuration of the right shape with every default filled in; sa-core has yet to judge its chemistry. */
export type RequestedConfiguration = z.output<typeof configureRequest>;
