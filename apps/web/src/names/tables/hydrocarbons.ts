import type { KnownGroup } from '../known-group.ts';

/** Alkenes, alkynes, rings and cages. C4H6, C4H8, C5H10 and C6H12 are complete. */
export const HYDROCARBONS: readonly KnownGroup[] = [
  { formula: 'C2H4', source: 'iupac', isomers: 'C=C ethene' },
  { formula: 'C2H2', source: 'iupac', isomers: 'C#C ethyne' },
  {
    formula: 'C3H6',
    source: 'iupac',
    isomers: `
C=CC propene
C1CC1 cyclopropane`,
  },
  {
    formula: 'C3H4',
    source: 'iupac',
    isomers: `
CC#C propyne
C=C=C propadiene
C1=CC1 cyclopropene`,
  },
  {
    formula: 'C4H8',
    source: 'iupac',
    isomers: `
C=CCC but-1-ene
CC=CC but-2-ene
CC(=C)C 2-methylpropene
C1CCC1 cyclobutane
CC1CC1 methylcyclopropane`,
  },
  {
    formula: 'C4H6',
    source: 'iupac',
    isomers: `
C=CC=C buta-1,3-diene
CC=C=C buta-1,2-diene
CCC#C but-1-yne
CC#CC but-2-yne
C1=CCC1 cyclobutene
CC1=CC1 1-methylcyclopropene
CC1C=C1 3-methylcyclopropene
C=C1CC1 methylidenecyclopropane
C1C2CC12 bicyclo[1.1.0]butane`,
  },
  {
    formula: 'C4H4',
    source: 'pubchem',
    isomers: `
C=CC#C but-1-en-3-yne
C=C=C=C butatriene
C1=CC=C1 cyclobutadiene
C=C1C=C1 methylidenecyclopropene
C12C3C1C23 tetrahedrane`,
  },
  {
    formula: 'C5H10',
    source: 'iupac',
    isomers: `
C=CCCC pent-1-ene
CC=CCC pent-2-ene
CCC(=C)C 2-methylbut-1-ene
CC(C)C=C 3-methylbut-1-ene
CC=C(C)C 2-methylbut-2-ene
C1CCCC1 cyclopentane
CC1CCC1 methylcyclobutane
CC1(C)CC1 1,1-dimethylcyclopropane
CC1CC1C 1,2-dimethylcyclopropane
CCC1CC1 ethylcyclopropane`,
  },
  {
    formula: 'C5H8',
    source: 'pubchem',
    isomers: `
C=CC(=C)C isoprene
C=CC=CC penta-1,3-diene
C=CCC=C penta-1,4-diene
CC=C=CC penta-2,3-diene
C#CCCC pent-1-yne
CC#CCC pent-2-yne
CC(C)C#C 3-methylbut-1-yne
C1=CCCC1 cyclopentene
C=C1CCC1 methylidenecyclobutane
C=CC1CC1 ethenylcyclopropane
C1CC12CC2 spiropentane
C1CC2C1C2 bicyclo[2.1.0]pentane
C1C2CC1C2 bicyclo[1.1.1]pentane`,
  },
  {
    formula: 'C5H6',
    source: 'pubchem',
    isomers: `
C1C=CC=C1 cyclopenta-1,3-diene
C1C23CC12C3 [1.1.1]propellane`,
  },
  {
    formula: 'C6H12',
    source: 'iupac',
    isomers: `
C=CCCCC hex-1-ene
CC=CCCC hex-2-ene
CCC=CCC hex-3-ene
CCCC(C)=C 2-methylpent-1-ene
CCC(C)C=C 3-methylpent-1-ene
CC(C)CC=C 4-methylpent-1-ene
CCC=C(C)C 2-methylpent-2-ene
CC=C(C)CC 3-methylpent-2-ene
CC=CC(C)C 4-methylpent-2-ene
CCC(=C)CC 2-ethylbut-1-ene
CC(C)C(C)=C 2,3-dimethylbut-1-ene
CC(C)(C)C=C 3,3-dimethylbut-1-ene
CC(C)=C(C)C 2,3-dimethylbut-2-ene
C1CCCCC1 cyclohexane
CC1CCCC1 methylcyclopentane
CCC1CCC1 ethylcyclobutane
CC1(C)CCC1 1,1-dimethylcyclobutane
CC1CCC1C 1,2-dimethylcyclobutane
CC1CC(C)C1 1,3-dimethylcyclobutane
CCCC1CC1 propylcyclopropane
CC(C)C1CC1 (propan-2-yl)cyclopropane
CCC1(C)CC1 1-ethyl-1-methylcyclopropane
CCC1CC1C 1-ethyl-2-methylcyclopropane
CC1CC1(C)C 1,1,2-trimethylcyclopropane
CC1C(C)C1C 1,2,3-trimethylcyclopropane`,
  },
  {
    formula: 'C6H10',
    source: 'pubchem',
    isomers: `
C1CCC=CC1 cyclohexene
CC1=CCCC1 1-methylcyclopentene
C=CCCC=C hexa-1,5-diene
CC(=C)C(C)=C 2,3-dimethylbuta-1,3-diene
C#CCCCC hex-1-yne
CCC#CCC hex-3-yne
C1CC2CC2C1 bicyclo[3.1.0]hexane`,
  },
  {
    formula: 'C6H8',
    source: 'pubchem',
    isomers: `
C1CC=CC=C1 cyclohexa-1,3-diene
C1C=CCC=C1 cyclohexa-1,4-diene
C=CC=CC=C hexa-1,3,5-triene`,
  },
  { formula: 'C7H12', source: 'pubchem', isomers: 'C1CC2CCC1C2 norbornane' },
  { formula: 'C7H10', source: 'pubchem', isomers: 'C1CC2CC1C=C2 norbornene' },
  {
    formula: 'C10H18',
    source: 'pubchem',
    isomers: `
C1CCC2CCCCC2C1 decalin
C1CCC2(C1)CCCCC2 spiro[4.5]decane
CC1CCC2CC1C2(C)C pinane
CC1(C)C2CCC1(C)CC2 bornane`,
  },
  {
    formula: 'C10H20',
    source: 'pubchem',
    isomers: `
CC1CCC(CC1)C(C)C p-menthane
C1CCCCCCCCC1 cyclodecane
C=CCCCCCCCC dec-1-ene`,
  },
];
