import { DEFAULT_CONFIGURATION, MAX_TARGET } from '@webfaulon/sa-core';
import type { Parameter } from './parameter.ts';

/** What the run looks for. */
export const SCORE_PARAMETERS = {
  optimization_mode: {
    name: 'optimization_mode',
    kind: 'choice',
    label: 'Direction',
    unit: null,
    options: ['MINIMIZE', 'MAXIMIZE'],
    default: DEFAULT_CONFIGURATION.optimization_mode,
    help: 'Whether the run looks for the isomer with the lowest or the highest score. The lowest Wiener index belongs to compact, branched or ring-rich molecules, the highest to long chains.',
  },
  component_weights: {
    name: 'component_weights',
    kind: 'weights',
    label: 'Score',
    unit: null,
    maximum: 1e9,
    default: DEFAULT_CONFIGURATION.component_weights,
    help: 'The score is the sum of these components, each times its weight, for example {"wiener_index": 1}. The Wiener index adds up the distances, counted in bonds, between all pairs of heavy atoms.',
  },
  component_targets: {
    name: 'component_targets',
    kind: 'targets',
    label: 'Target values',
    unit: null,
    maximum: MAX_TARGET,
    default: DEFAULT_CONFIGURATION.component_targets,
    help: 'Aims components of the score at a value, for example {"wiener_index": 30}: how far the component is from the value counts instead of the component itself. Minimised, the run looks for a molecule with that value. Only components that have a weight can be aimed.',
  },
} as const satisfies Record<string, Parameter>;
