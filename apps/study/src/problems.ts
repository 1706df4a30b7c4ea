import type { Configuration } from '@webfaulon/sa-core';

/** How an optimum is known. "best known" is no proof: it is the best score that any run of any method has met. */
type Proof = 'enumeration' | 'theorem' | 'best known';

/** An objective to minimise, and the score at which it counts as solved. */
export interface Problem {
  readonly name: string;
  readonly title: string;
  readonly objective: Pick<Configuration, 'formula' | 'component_weights' | 'component_targets'> & {
    readonly formula: string;
  };
  readonly optimum: number;
  readonly proof: Proof;
  /** How many isomers have the optimal score, of how many; undefined where nobody has counted them. */
  readonly isomers?: { readonly optimal: number; readonly all: number };
}

const wiener = { wiener_index: 1 };

/**
 * The hard formulas, objectives aimed at a target, and mixed ones. Where there is a target it is the score of an
 * isomer, so that the optimum, 0, is attained; `npm run study -- --prove` counts anew what says "enumeration" and can be
 * enumerated in minutes. The rest of those is from the truth table of packages/sa-core.
 */
export const PROBLEMS: readonly Problem[] = [
  {
    name: 'C10H16-wiener',
    title: 'C10H16, Wiener index',
    objective: { formula: 'C10H16', component_weights: wiener },
    optimum: 89,
    proof: 'enumeration',
    isomers: { optimal: 1, all: 24_938 },
  },
  {
    name: 'C9H8O4-wiener',
    title: 'C9H8O4, Wiener index',
    objective: { formula: 'C9H8O4', component_weights: wiener },
    optimum: 160,
    proof: 'enumeration',
    isomers: { optimal: 35, all: 402_560_255 },
  },
  {
    name: 'C8H10N4O2-wiener',
    title: 'C8H10N4O2, Wiener index',
    objective: { formula: 'C8H10N4O2', component_weights: wiener },
    optimum: 196,
    proof: 'best known',
  },
  {
    name: 'C50H102-wiener',
    title: 'C50H102, Wiener index',
    objective: { formula: 'C50H102', component_weights: wiener },
    optimum: 5533,
    proof: 'theorem',
  },
  {
    name: 'C10H16-wiener-147',
    title: 'C10H16, Wiener index of 147',
    objective: { formula: 'C10H16', component_weights: wiener, component_targets: { wiener_index: 147 } },
    optimum: 0,
    proof: 'enumeration',
    isomers: { optimal: 44, all: 24_938 },
  },
  {
    name: 'C15H32-hosoya-518',
    title: 'C15H32, Hosoya Z of 518',
    objective: {
      formula: 'C15H32',
      component_weights: { hosoya_z: 1 },
      component_targets: { hosoya_z: 518 },
    },
    optimum: 0,
    proof: 'enumeration',
    isomers: { optimal: 5, all: 4347 },
  },
  {
    name: 'C15H32-balaban-4.248768',
    title: 'C15H32, Balaban J of 4.248768',
    objective: {
      formula: 'C15H32',
      component_weights: { balaban_j: 1 },
      component_targets: { balaban_j: 4.248768 },
    },
    optimum: 0,
    proof: 'enumeration',
    isomers: { optimal: 1, all: 4347 },
  },
  {
    name: 'C10H16-balaban-2.049475',
    title: 'C10H16, Balaban J of 2.049475',
    objective: {
      formula: 'C10H16',
      component_weights: { balaban_j: 1 },
      component_targets: { balaban_j: 2.049475 },
    },
    optimum: 0,
    proof: 'enumeration',
    isomers: { optimal: 7, all: 24_938 },
  },
  {
    name: 'C10H16-wiener-logp-4',
    title: 'C10H16, Wiener index + 20 · |logP − 4|',
    objective: {
      formula: 'C10H16',
      component_weights: { wiener_index: 1, logp: 20 },
      component_targets: { logp: 4 },
    },
    optimum: 114.454,
    proof: 'enumeration',
    isomers: { optimal: 1, all: 24_938 },
  },
  {
    name: 'C10H16-wiener-120-logp-3',
    title: 'C10H16, |Wiener index − 120| + 20 · |logP − 3|',
    objective: {
      formula: 'C10H16',
      component_weights: { wiener_index: 1, logp: 20 },
      component_targets: { wiener_index: 120, logp: 3 },
    },
    optimum: 0.006,
    proof: 'enumeration',
    isomers: { optimal: 1, all: 24_938 },
  },
];

/** Far below every difference between two scores here, and far above the rounding of a sum of weighted scores. */
const ROUNDING = 1e-9;

export function isOptimal(problem: Problem, score: number): boolean {
  return score <= problem.optimum + ROUNDING;
}
