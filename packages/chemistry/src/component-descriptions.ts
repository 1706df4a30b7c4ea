import type { ScoringComponent } from '@webfaulon/sa-core';

type ComponentDescription = Omit<ScoringComponent, 'score'>;

/** All of {@link logP} but its score. This file loads no OpenChemLib, so that a page can show it from the start. */
export const LOG_P_DESCRIPTION: ComponentDescription = {
  name: 'logp',
  version: 1,
  description:
    'Estimated octanol-water partition coefficient, log10(P): how much better the molecule dissolves in octanol than ' +
    'in water. Sum of atom-type increments, the cLogP of OpenChemLib 9 (Sander et al., J. Chem. Inf. Model. 2015, ' +
    '55, 460-473, doi 10.1021/ci500588j); atoms of unknown types count 0.',
  unit: '1',
  // OpenChemLib's increments are published with four decimals, so every sum of them is a multiple of this.
  resolution: 0.0001,
  costClass: 'external',
  // Of 300 random isomers of 15 formulas the outermost had -0.44 and 0.48 an atom.
  usualRange: (n) => ({ low: -n / 2, high: n / 2 }),
};

/** All of {@link tpsa} but its score. */
export const TPSA_DESCRIPTION: ComponentDescription = {
  name: 'tpsa',
  version: 1,
  description:
    'Topological polar surface area: sum of the contributions of N, O, S and P atoms by their bonds and hydrogens ' +
    '(Ertl et al., J. Med. Chem. 2000, 43, 3714-3717, doi 10.1021/jm000942e), as in OpenChemLib 9. Drugs that are taken ' +
    'up well are mostly below 140; hydrocarbons have 0.',
  unit: 'Å²',
  // The contributions are published with two decimals, so every sum of them is a multiple of this.
  resolution: 0.01,
  costClass: 'external',
  // Of 300 random isomers of 15 formulas the outermost had 10.4 an atom.
  usualRange: (n) => ({ low: 0, high: 12 * n }),
};

/** What there is to know of this package's scoring components without computing a score. */
export const CHEMISTRY_COMPONENT_DESCRIPTIONS: readonly ComponentDescription[] = [
  LOG_P_DESCRIPTION,
  TPSA_DESCRIPTION,
];
