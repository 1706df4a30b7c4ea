import type { Configuration, ResolvedConfiguration } from '../annealing/configuration.ts';
import { resolveConfiguration } from '../annealing/resolve-configuration.ts';
import { BUILT_IN_COMPONENTS } from '../scoring/built-in-components.ts';
import type { ScoringComponent } from '../scoring/scoring-component.ts';

/** A component that gives every molecule the same, in a version of its own. */
export const half: ScoringComponent = {
  name: 'half',
  version: 7,
  description: 'for tests',
  unit: '1',
  resolution: 0.25,
  score: () => 0.5,
};

const AVAILABLE = [...BUILT_IN_COMPONENTS, half];

/** Resolves what a caller without types might give, where `half` is known too. */
export const resolve = (configuration: object): ResolvedConfiguration =>
  resolveConfiguration(configuration as Configuration, AVAILABLE);
