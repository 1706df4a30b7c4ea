import type { KnownGroup } from '../known-group.ts';

/** Acids, esters, sugars and other compounds with two and more oxygen atoms. */
export const ACIDS_AND_SUGARS: readonly KnownGroup[] = [
  {
    formula: 'C2H4O2',
    source: 'iupac',
    isomers: `
CC(O)=O acetic acid
COC=O methyl formate
OCC=O glycolaldehyde`,
  },
  {
    formula: 'C3H6O2',
    source: 'iupac',
    isomers: `
CCC(O)=O propanoic acid
COC(C)=O methyl acetate
CCOC=O ethyl formate
CC(=O)CO hydroxyacetone
C1COCO1 1,3-dioxolane
OCC1CO1 glycidol`,
  },
  {
    formula: 'C3H6O3',
    source: 'pubchem',
    isomers: `
CC(O)C(O)=O lactic acid
OCC(O)C=O glyceraldehyde
OCC(=O)CO dihydroxyacetone
COC(=O)OC dimethyl carbonate
C1OCOCO1 1,3,5-trioxane`,
  },
  { formula: 'C3H8O3', source: 'pubchem', isomers: 'OCC(O)CO glycerol' },
  {
    formula: 'C4H8O2',
    source: 'iupac',
    isomers: `
CCCC(O)=O butanoic acid
CC(C)C(O)=O 2-methylpropanoic acid
CCOC(C)=O ethyl acetate
COC(=O)CC methyl propanoate
CCCOC=O propyl formate
CC(C)OC=O propan-2-yl formate
C1COCCO1 1,4-dioxane
C1COCOC1 1,3-dioxane
CC(O)C(C)=O 3-hydroxybutan-2-one
CC(O)CC=O 3-hydroxybutanal`,
  },
  { formula: 'C4H4O4', source: 'pubchem', isomers: 'OC(=O)C=CC(O)=O maleic or fumaric acid' },
  { formula: 'C4H6O4', source: 'pubchem', isomers: 'OC(=O)CCC(O)=O succinic acid' },
  { formula: 'C4H6O5', source: 'pubchem', isomers: 'OC(CC(O)=O)C(O)=O malic acid' },
  { formula: 'C4H6O6', source: 'pubchem', isomers: 'OC(C(O)C(O)=O)C(O)=O tartaric acid' },
  { formula: 'C5H4O2', source: 'pubchem', isomers: 'O=Cc1ccco1 furfural' },
  {
    formula: 'C5H10O5',
    source: 'pubchem',
    isomers: `
OCC(O)C(O)C(O)C=O ribose or another aldopentose (open chain)
OC1COC(O)C(O)C1O ribose or another aldopentose (pyranose)
OCC1OC(O)C(O)C1O ribose or another aldopentose (furanose)`,
  },
  {
    formula: 'C6H12O6',
    source: 'pubchem',
    isomers: `
OCC(O)C(O)C(O)C(O)C=O glucose or another aldohexose (open chain)
OCC1OC(O)C(O)C(O)C1O glucose or another aldohexose (pyranose)
OCC(O)C1OC(O)C(O)C1O glucose or another aldohexose (furanose)
OCC(O)C(O)C(O)C(=O)CO fructose or another 2-ketohexose (open chain)
OCC1(O)OCC(O)C(O)C1O fructose or another 2-ketohexose (pyranose)
OCC1OC(O)(CO)C(O)C1O fructose or another 2-ketohexose (furanose)
OC1C(O)C(O)C(O)C(O)C1O inositol`,
  },
  { formula: 'C6H8O6', source: 'pubchem', isomers: 'OCC(O)C1OC(=O)C(O)=C1O ascorbic acid' },
  { formula: 'C6H8O7', source: 'pubchem', isomers: 'OC(=O)CC(O)(CC(O)=O)C(O)=O citric acid' },
  {
    formula: 'C6H6O2',
    source: 'pubchem',
    isomers: `
Oc1ccccc1O catechol
Oc1cccc(O)c1 resorcinol
Oc1ccc(O)cc1 hydroquinone`,
  },
  {
    formula: 'C7H6O2',
    source: 'pubchem',
    isomers: `
OC(=O)c1ccccc1 benzoic acid
O=Cc1ccccc1O salicylaldehyde
O=Cc1ccc(O)cc1 4-hydroxybenzaldehyde`,
  },
  { formula: 'C7H6O3', source: 'pubchem', isomers: 'OC(=O)c1ccccc1O salicylic acid' },
  {
    formula: 'C8H8O2',
    source: 'pubchem',
    isomers: `
OC(=O)Cc1ccccc1 phenylacetic acid
COC(=O)c1ccccc1 methyl benzoate
CC(=O)Oc1ccccc1 phenyl acetate
Cc1ccccc1C(O)=O o-toluic acid
Cc1cccc(c1)C(O)=O m-toluic acid
Cc1ccc(cc1)C(O)=O p-toluic acid
COc1ccc(C=O)cc1 p-anisaldehyde`,
  },
  {
    formula: 'C8H8O3',
    source: 'pubchem',
    isomers: `
COc1cc(C=O)ccc1O vanillin
COC(=O)c1ccccc1O methyl salicylate
OC(c1ccccc1)C(O)=O mandelic acid`,
  },
  { formula: 'C9H8O2', source: 'pubchem', isomers: 'OC(=O)C=Cc1ccccc1 cinnamic acid' },
  {
    formula: 'C9H8O4',
    source: 'pubchem',
    isomers: `
CC(=O)Oc1ccccc1C(O)=O aspirin
OC(=O)C=Cc1ccc(O)c(O)c1 caffeic acid`,
  },
];
