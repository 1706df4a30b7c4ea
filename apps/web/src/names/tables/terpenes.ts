import type { KnownGroup } from '../known-group.ts';

/** Isoprene's dimers, their relatives among the oxygen compounds, and cages of the same formula. */
export const TERPENES: readonly KnownGroup[] = [
  {
    formula: 'C10H16',
    source: 'pubchem',
    isomers: `
CC1=CCC(CC1)C(C)=C limonene
CC1=CCC2CC1C2(C)C α-pinene
C=C1CCC2CC1C2(C)C β-pinene
CC1(C)C2CCC(C2)C1=C camphene
CC(C)=CCCC(=C)C=C myrcene
C=CC(C)=CCCC(C)=C α-ocimene
CC(C)=CCC=C(C)C=C β-ocimene
CC=C(C)C=CC=C(C)C alloocimene
CC1=CCC2C(C1)C2(C)C 3-carene
CC1=CC2C(CC1)C2(C)C 2-carene
CC(C)C12CCC(=C)C1C2 sabinene
CC1=CCC2(C1C2)C(C)C α-thujene
CC1=CC=C(CC1)C(C)C α-terpinene
C=C1CCC(=CC1)C(C)C β-terpinene
CC1=CCC(=CC1)C(C)C γ-terpinene
CC1=CCC(CC1)=C(C)C terpinolene
CC1=CCC(C=C1)C(C)C α-phellandrene
C=C1CCC(C=C1)C(C)C β-phellandrene
CC1CCC(C=C1)C(C)=C isolimonene
CC1=CCCC(C1)C(C)=C sylvestrene
CC1(C)C2CC3C1(C)C3C2 tricyclene
CC1(C)C2CCC1(C)C=C2 bornene
CC1(C)C2CCC1C(=C)C2 α-fenchene
CC1(C)CC2CC1CC2=C β-fenchene`,
  },
  {
    formula: 'C10H16',
    source: 'pubchem',
    isomers: `
C1C2CC3CC1CC(C2)C3 adamantane
C12CC3CCC1CC3CC2 twistane
C1CC2C(C1)C3CCC2C3 tetrahydrodicyclopentadiene
C1CCC(=C2CCCC2)C1 cyclopentylidenecyclopentane
C1=CCCC=CCCCC1 cyclodeca-1,5-diene
C1CCC2=C(C1)CCCC2 1,2,3,4,5,6,7,8-octahydronaphthalene`,
  },
  {
    formula: 'C10H12O',
    source: 'pubchem',
    isomers: `
CC=Cc1ccc(OC)cc1 anethole
C=CCc1ccc(OC)cc1 estragole
CC(C)c1ccc(C=O)cc1 cuminaldehyde`,
  },
  {
    formula: 'C10H12O2',
    source: 'pubchem',
    isomers: `
COc1cc(CC=C)ccc1O eugenol
COc1cc(C=CC)ccc1O isoeugenol`,
  },
  {
    formula: 'C10H14O',
    source: 'pubchem',
    isomers: `
Cc1ccc(C(C)C)c(O)c1 thymol
Cc1ccc(C(C)C)cc1O carvacrol
CC1=CCC(CC1=O)C(C)=C carvone
CC(=C)C1CCC(=CC1)C=O perillaldehyde
CC1=C(C=O)C(C)(C)CC=C1 safranal`,
  },
  {
    formula: 'C10H16O',
    source: 'pubchem',
    isomers: `
CC1(C)C2CCC1(C)C(=O)C2 camphor
CC1(C)C2CCC(C)(C2)C1=O fenchone
CC(C)=CCCC(C)=CC=O citral
CC1CCC(=C(C)C)C(=O)C1 pulegone
CC1C2CC2(CC1=O)C(C)C thujone`,
  },
  {
    formula: 'C10H18O',
    source: 'pubchem',
    isomers: `
CC(C)=CCCC(C)(O)C=C linalool
CC(C)=CCCC(C)=CCO geraniol or nerol
CC(CCC=C(C)C)CC=O citronellal
CC1=CCC(CC1)C(C)(C)O α-terpineol
CC1=CCC(O)(CC1)C(C)C terpinen-4-ol
CC1(C)OC2(C)CCC1CC2 1,8-cineole
OC1CC2CCC1(C)C2(C)C borneol or isoborneol
CC1CCC(C(C)C)C(=O)C1 menthone or isomenthone`,
  },
  {
    formula: 'C10H20O',
    source: 'pubchem',
    isomers: `
CC1CCC(C(C)C)C(O)C1 menthol
CC(CCO)CCC=C(C)C citronellol`,
  },
];
