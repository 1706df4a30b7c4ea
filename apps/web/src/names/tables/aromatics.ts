import type { KnownGroup } from '../known-group.ts';

/** Aromatic hydrocarbons, and the unsaturated isomers of them that chemists know by name. */
export const AROMATICS: readonly KnownGroup[] = [
  {
    formula: 'C6H6',
    source: 'pubchem',
    isomers: `
c1ccccc1 benzene
C=C1C=CC=C1 fulvene
C12C3C1C4C2C34 prismane
C1=CC2C1C=C2 Dewar benzene
C1=CC2C3C2C13 benzvalene
C1=CC1C1C=C1 3,3'-bicyclopropenyl
C=C1C(=C)C1=C [3]radialene
C#CCCC#C hexa-1,5-diyne
CC#CC#CC hexa-2,4-diyne
C=CC#CC=C hexa-1,5-dien-3-yne
C=CC=CC#C hexa-1,3-dien-5-yne`,
  },
  {
    formula: 'C7H8',
    source: 'pubchem',
    isomers: `
Cc1ccccc1 toluene
C1C=CC=CC=C1 cyclohepta-1,3,5-triene
C1C2C=CC1C=C2 norbornadiene
C1C2C3C2C4C1C34 quadricyclane`,
  },
  {
    formula: 'C8H6',
    source: 'pubchem',
    isomers: `
C#Cc1ccccc1 phenylacetylene
C1=CC2=CC=CC2=C1 pentalene`,
  },
  {
    formula: 'C8H8',
    source: 'pubchem',
    isomers: `
C=Cc1ccccc1 styrene
C1=CC=CC=CC=C1 cyclooctatetraene
C12C3C4C1C5C2C3C45 cubane
C1=CC2C=CC1C=C2 barrelene
C1Cc2ccccc12 benzocyclobutene
C=C1C=CC=CC=C1 heptafulvene
C=C1C=CC(=C)C=C1 p-xylylene`,
  },
  {
    formula: 'C8H10',
    source: 'pubchem',
    isomers: `
CCc1ccccc1 ethylbenzene
Cc1ccccc1C o-xylene
Cc1cccc(C)c1 m-xylene
Cc1ccc(C)cc1 p-xylene
C1CC=CC=CC=C1 cycloocta-1,3,5-triene
CC1C=CC=CC=C1 7-methylcyclohepta-1,3,5-triene`,
  },
  {
    formula: 'C9H12',
    source: 'pubchem',
    isomers: `
CC(C)c1ccccc1 cumene
CCCc1ccccc1 propylbenzene
Cc1cc(C)cc(C)c1 mesitylene
Cc1ccc(C)c(C)c1 1,2,4-trimethylbenzene
Cc1cccc(C)c1C 1,2,3-trimethylbenzene
CCc1ccccc1C 2-ethyltoluene
CCc1cccc(C)c1 3-ethyltoluene
CCc1ccc(C)cc1 4-ethyltoluene`,
  },
  { formula: 'C9H8', source: 'pubchem', isomers: 'C1C=Cc2ccccc12 indene' },
  { formula: 'C9H10', source: 'pubchem', isomers: 'C1Cc2ccccc2C1 indane' },
  {
    formula: 'C10H8',
    source: 'pubchem',
    isomers: `
c1ccc2ccccc2c1 naphthalene
C1=CC=C2C=CC=C2C=C1 azulene
C1=CC(C=C1)=C2C=CC=C2 fulvalene
C=C1C=Cc2ccccc12 benzofulvene
C#CC=Cc1ccccc1 1-phenylbut-1-en-3-yne`,
  },
  {
    formula: 'C10H12',
    source: 'pubchem',
    isomers: `
C1CCc2ccccc2C1 tetralin
C1C=CC2C1C3CC2C=C3 dicyclopentadiene`,
  },
  {
    formula: 'C10H14',
    source: 'pubchem',
    isomers: `
Cc1ccc(cc1)C(C)C p-cymene
Cc1cccc(c1)C(C)C m-cymene
Cc1ccccc1C(C)C o-cymene
CCCCc1ccccc1 butylbenzene
CC(C)Cc1ccccc1 isobutylbenzene
CCC(C)c1ccccc1 sec-butylbenzene
CC(C)(C)c1ccccc1 tert-butylbenzene
Cc1cc(C)c(C)cc1C durene
Cc1cc(C)c(C)c(C)c1 isodurene
Cc1ccc(C)c(C)c1C prehnitene`,
  },
  {
    formula: 'C12H10',
    source: 'pubchem',
    isomers: `
c1ccc(cc1)-c1ccccc1 biphenyl
C1Cc2cccc3cccc1c23 acenaphthene`,
  },
  { formula: 'C13H10', source: 'pubchem', isomers: 'C1c2ccccc2-c2ccccc12 fluorene' },
  {
    formula: 'C14H10',
    source: 'pubchem',
    isomers: `
c1ccc2cc3ccccc3cc2c1 anthracene
c1ccc2c(c1)ccc1ccccc12 phenanthrene
C(#Cc1ccccc1)c1ccccc1 diphenylacetylene`,
  },
];
