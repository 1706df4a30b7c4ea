import type { KnownGroup } from '../known-group.ts';

/** Alcohols, ethers, aldehydes and ketones with one oxygen atom. The formulas of C2 and C3, C4H10O and C5H12O are complete. */
export const OXYGEN_COMPOUNDS: readonly KnownGroup[] = [
  {
    formula: 'C2H6O',
    source: 'iupac',
    isomers: `
CCO ethanol
COC methoxymethane`,
  },
  {
    formula: 'C2H4O',
    source: 'iupac',
    isomers: `
CC=O acetaldehyde
C1CO1 oxirane
C=CO ethenol`,
  },
  {
    formula: 'C3H8O',
    source: 'iupac',
    isomers: `
CCCO propan-1-ol
CC(C)O propan-2-ol
CCOC methoxyethane`,
  },
  {
    formula: 'C3H6O',
    source: 'iupac',
    isomers: `
CCC=O propanal
CC(C)=O acetone
C=CCO prop-2-en-1-ol
CC=CO prop-1-en-1-ol
CC(O)=C prop-1-en-2-ol
COC=C methoxyethene
CC1CO1 2-methyloxirane
C1COC1 oxetane
OC1CC1 cyclopropanol`,
  },
  {
    formula: 'C4H10O',
    source: 'iupac',
    isomers: `
CCCCO butan-1-ol
CCC(C)O butan-2-ol
CC(C)CO 2-methylpropan-1-ol
CC(C)(C)O 2-methylpropan-2-ol
CCOCC ethoxyethane
CCCOC 1-methoxypropane
COC(C)C 2-methoxypropane`,
  },
  {
    formula: 'C4H8O',
    source: 'iupac',
    isomers: `
CCCC=O butanal
CC(C)C=O 2-methylpropanal
CCC(C)=O butan-2-one
C1CCOC1 oxolane
CCOC=C ethoxyethene
OC1CCC1 cyclobutanol
CC=CCO but-2-en-1-ol
C=CC(C)O but-3-en-2-ol`,
  },
  { formula: 'C4H4O', source: 'pubchem', isomers: 'c1ccoc1 furan' },
  {
    formula: 'C5H12O',
    source: 'iupac',
    isomers: `
CCCCCO pentan-1-ol
CCCC(C)O pentan-2-ol
CCC(O)CC pentan-3-ol
CCC(C)CO 2-methylbutan-1-ol
CC(C)CCO 3-methylbutan-1-ol
CCC(C)(C)O 2-methylbutan-2-ol
CC(C)C(C)O 3-methylbutan-2-ol
CC(C)(C)CO 2,2-dimethylpropan-1-ol
CCCCOC 1-methoxybutane
CCC(C)OC 2-methoxybutane
CC(C)COC 1-methoxy-2-methylpropane
COC(C)(C)C 2-methoxy-2-methylpropane
CCCOCC 1-ethoxypropane
CCOC(C)C 2-ethoxypropane`,
  },
  {
    formula: 'C5H10O',
    source: 'iupac',
    isomers: `
CCCCC=O pentanal
CCCC(C)=O pentan-2-one
CCC(=O)CC pentan-3-one
CC(C)C(C)=O 3-methylbutan-2-one
CC(C)CC=O 3-methylbutanal
CCC(C)C=O 2-methylbutanal
CC(C)(C)C=O 2,2-dimethylpropanal
OC1CCCC1 cyclopentanol
C1CCOCC1 oxane`,
  },
  { formula: 'C6H6O', source: 'pubchem', isomers: 'Oc1ccccc1 phenol' },
  { formula: 'C7H6O', source: 'pubchem', isomers: 'O=Cc1ccccc1 benzaldehyde' },
  {
    formula: 'C7H8O',
    source: 'pubchem',
    isomers: `
COc1ccccc1 anisole
OCc1ccccc1 benzyl alcohol
Cc1ccccc1O o-cresol
Cc1cccc(O)c1 m-cresol
Cc1ccc(O)cc1 p-cresol`,
  },
  {
    formula: 'C8H8O',
    source: 'pubchem',
    isomers: `
CC(=O)c1ccccc1 acetophenone
O=CCc1ccccc1 phenylacetaldehyde
Cc1ccc(C=O)cc1 p-tolualdehyde`,
  },
  {
    formula: 'C8H10O',
    source: 'pubchem',
    isomers: `
OCCc1ccccc1 2-phenylethanol
CC(O)c1ccccc1 1-phenylethanol
CCOc1ccccc1 ethoxybenzene`,
  },
  { formula: 'C9H8O', source: 'pubchem', isomers: 'O=CC=Cc1ccccc1 cinnamaldehyde' },
];
