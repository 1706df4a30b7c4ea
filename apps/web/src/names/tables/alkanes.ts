import type { KnownGroup } from '../known-group.ts';

/** All alkanes up to the octanes. */
export const ALKANES: readonly KnownGroup[] = [
  { formula: 'CH4', source: 'iupac', isomers: 'C methane' },
  { formula: 'C2H6', source: 'iupac', isomers: 'CC ethane' },
  { formula: 'C3H8', source: 'iupac', isomers: 'CCC propane' },
  {
    formula: 'C4H10',
    source: 'iupac',
    isomers: `
CCCC butane
CC(C)C 2-methylpropane`,
  },
  {
    formula: 'C5H12',
    source: 'iupac',
    isomers: `
CCCCC pentane
CCC(C)C 2-methylbutane
CC(C)(C)C 2,2-dimethylpropane`,
  },
  {
    formula: 'C6H14',
    source: 'iupac',
    isomers: `
CCCCCC hexane
CCCC(C)C 2-methylpentane
CCC(C)CC 3-methylpentane
CCC(C)(C)C 2,2-dimethylbutane
CC(C)C(C)C 2,3-dimethylbutane`,
  },
  {
    formula: 'C7H16',
    source: 'iupac',
    isomers: `
CCCCCCC heptane
CCCCC(C)C 2-methylhexane
CCC(CC)CC 3-ethylpentane
CCCC(C)CC 3-methylhexane
CCCC(C)(C)C 2,2-dimethylpentane
CCC(C)C(C)C 2,3-dimethylpentane
CC(C)CC(C)C 2,4-dimethylpentane
CCC(C)(C)CC 3,3-dimethylpentane
CC(C)C(C)(C)C 2,2,3-trimethylbutane`,
  },
  {
    formula: 'C8H18',
    source: 'iupac',
    isomers: `
CCCCCCCC octane
CCCC(CC)CC 3-ethylhexane
CCCCCC(C)C 2-methylheptane
CCCCC(C)CC 3-methylheptane
CCCC(C)CCC 4-methylheptane
CCCCC(C)(C)C 2,2-dimethylhexane
CCCC(C)C(C)C 2,3-dimethylhexane
CCC(C)CC(C)C 2,4-dimethylhexane
CC(C)CCC(C)C 2,5-dimethylhexane
CCCC(C)(C)CC 3,3-dimethylhexane
CCC(C)C(C)CC 3,4-dimethylhexane
CCC(C)C(C)(C)C 2,2,3-trimethylpentane
CC(C)CC(C)(C)C 2,2,4-trimethylpentane
CCC(C)(C)C(C)C 2,3,3-trimethylpentane
CC(C)C(C)C(C)C 2,3,4-trimethylpentane
CCC(CC)C(C)C 3-ethyl-2-methylpentane
CCC(C)(CC)CC 3-ethyl-3-methylpentane
CC(C)(C)C(C)(C)C 2,2,3,3-tetramethylbutane`,
  },
];
