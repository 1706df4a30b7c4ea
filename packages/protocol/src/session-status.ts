import { ALGORITHM_VERSION, DEFAULT_CONFIGURATION } from '@webfaulon/sa-core';
import {
  choiceSchema,
  choicesSchema,
  numberSchema,
  presentation,
  switchSchema,
  textSchema,
} from './parameter-schema.ts';
import { PARAMETERS } from './parameters.ts';
import {
  bestFields,
  bestSvg,
  counterFields,
  currentFields,
  positionFields,
  scheduleFields,
} from './run-fields.ts';
import { EXAMPLE_ID, EXAMPLE_VIEWER_ID, sessionId, sessionState, viewerId } from './session.ts';
import { z } from './zod.ts';

const algorithmVersion = z.int().gte(1).meta({
  description:
    'The version of the algorithm. Runs of the same configuration and version are the same, step for step.',
});

const EXAMPLE_CONFIGURATION = {
  formula: 'C6H14',
  ...DEFAULT_CONFIGURATION,
  min_temp: 0.5,
  steps_per_second: PARAMETERS.steps_per_second.default,
  algorithm_version: ALGORITHM_VERSION,
  component_versions: { wiener_index: 1 },
};

/** A configuration with nothing left open: it names one run, on every machine, for as long as the versions stand. */
export const resolvedConfiguration = z
  .object({
    formula: z.string().meta(presentation(PARAMETERS.formula)),
    initial_temp: numberSchema(PARAMETERS.initial_temp).meta(presentation(PARAMETERS.initial_temp)),
    cooling_schedule_k: numberSchema(PARAMETERS.cooling_schedule_k).meta(
      presentation(PARAMETERS.cooling_schedule_k),
    ),
    steps_per_cycle: numberSchema(PARAMETERS.steps_per_cycle).meta(presentation(PARAMETERS.steps_per_cycle)),
    num_cycles: numberSchema(PARAMETERS.num_cycles).meta(presentation(PARAMETERS.num_cycles)),
    optimization_mode: choiceSchema(PARAMETERS.optimization_mode).meta(
      presentation(PARAMETERS.optimization_mode),
    ),
    component_weights: z
      .record(z.string(), z.number().gte(0))
      .meta(presentation(PARAMETERS.component_weights)),
    component_targets: z.record(z.string(), z.number()).meta(presentation(PARAMETERS.component_targets)),
    seed: numberSchema(PARAMETERS.seed).meta(presentation(PARAMETERS.seed)),
    steps_per_second: numberSchema(PARAMETERS.steps_per_second)
      .nullable()
      .meta(presentation(PARAMETERS.steps_per_second)),
    min_temp: numberSchema(PARAMETERS.min_temp).meta(presentation(PARAMETERS.min_temp)),
    reheat: switchSchema(PARAMETERS.reheat).meta(presentation(PARAMETERS.reheat)),
    proposal: choiceSchema(PARAMETERS.proposal).meta(presentation(PARAMETERS.proposal)),
    hastings: switchSchema(PARAMETERS.hastings).meta(presentation(PARAMETERS.hastings)),
    initial: textSchema(PARAMETERS.initial).meta(presentation(PARAMETERS.initial)),
    schedule: choiceSchema(PARAMETERS.schedule).meta(presentation(PARAMETERS.schedule)),
    restart: choiceSchema(PARAMETERS.restart).meta(presentation(PARAMETERS.restart)),
    stop_at_score: numberSchema(PARAMETERS.stop_at_score)
      .nullable()
      .meta(presentation(PARAMETERS.stop_at_score)),
    stop_after_steps_without_improvement: numberSchema(PARAMETERS.stop_after_steps_without_improvement)
      .nullable()
      .meta(presentation(PARAMETERS.stop_after_steps_without_improvement)),
    filters: choicesSchema(PARAMETERS.filters).meta(presentation(PARAMETERS.filters)),
    algorithm_version: algorithmVersion,
    component_versions: z
      .record(z.string(), z.int().gte(1))
      .meta({ description: 'The versions of the scoring components that the run uses, by name.' }),
  })
  .meta({
    id: 'ResolvedConfiguration',
    description:
      'The configuration with every default filled in. Posted to configure, it gives the same run again.',
    examples: [EXAMPLE_CONFIGURATION],
  });
export type ResolvedConfiguration = z.infer<typeof resolvedConfiguration>;

/** What GET status answers: the played position, and what the run has found up to it. */
export const sessionStatus = z
  .object({
    session_id: sessionId.meta({
      description: 'The id that was asked for: the viewer_id where it was that.',
    }),
    viewer_id: viewerId,
    session_state: sessionState,
    ...positionFields,
    ...scheduleFields,
    ...currentFields,
    ...bestFields,
    best_svg: bestSvg,
    ...counterFields,
    is_complete: z.boolean().meta({
      description:
        'Whether the last step has been played, which a stop rule may make an earlier one than total_steps.',
    }),
    failure: z
      .object({
        code: z.string().meta({ description: 'A stable code.' }),
        detail: z.string().meta({ description: 'A sentence for a person.' }),
      })
      .exactOptional()
      .meta({ description: 'Why the session failed; only where session_state is "failed".' }),
    isomers_found: z.int().gte(1).exactOptional().meta({
      description:
        'How many distinct isomers the run has met; only where GET isomers was asked and has searched the run up to step.',
    }),
    slices: z.int().gte(0).meta({
      description:
        'How many turns on a worker thread the run has had. Sessions without a pace take turns, so theirs grow alike.',
    }),
    steps_per_second: resolvedConfiguration.shape.steps_per_second,
    algorithm_version: algorithmVersion,
    configuration: resolvedConfiguration,
  })
  .meta({
    id: 'SessionStatus',
    description: 'Where a session stands and what it has found.',
    examples: [
      {
        session_id: EXAMPLE_ID,
        viewer_id: EXAMPLE_VIEWER_ID,
        session_state: 'paused',
        step: 731,
        total_steps: 2000,
        cycle: 2,
        temperature: 0.5,
        current_energy: 29,
        current_smiles: 'CC(C)C(C)C',
        component_scores: { wiener_index: 29 },
        best_energy: 28,
        best_smiles: 'CCC(C)(C)C',
        best_svg: '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
        accepted_moves: 402,
        rejected_moves: 88,
        invalid_moves: 190,
        disconnected_moves: 51,
        is_complete: false,
        slices: 12,
        steps_per_second: 100,
        algorithm_version: ALGORITHM_VERSION,
        configuration: EXAMPLE_CONFIGURATION,
      },
    ],
  });
export type SessionStatus = z.infer<typeof sessionStatus>;
