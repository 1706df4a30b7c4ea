import type { ScoringComponent } from '@webfaulon/sa-core';
import { logP } from './log-p.ts';
import { tpsa } from './tpsa.ts';

/** The scoring components that need OpenChemLib, to be given to a run beside the built-in ones of sa-core. */
export const CHEMISTRY_COMPONENTS: readonly ScoringComponent[] = [logP, tpsa];
