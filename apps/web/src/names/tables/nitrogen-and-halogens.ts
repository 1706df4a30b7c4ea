import type { KnownGroup } from '../known-group.ts';

/** Compounds of nitrogen, sulphur and the halogens. */
export const NITROGEN_AND_HALOGENS: readonly KnownGroup[] = [
  { formula: 'CH4N2O', source: 'pubchem', isomers: 'NC(N)=O urea' },
  {
    formula: 'C2H7N',
    source: 'iupac',
    isomers: `
CCN ethanamine
CNC N-methylmethanamine`,
  },
  { formula: 'C2H5NO', source: 'pubchem', isomers: 'CC(N)=O acetamide' },
  { formula: 'C2H5NO2', source: 'pubchem', isomers: 'NCC(O)=O glycine' },
  {
    formula: 'C3H7NO2',
    source: 'pubchem',
    isomers: `
CC(N)C(O)=O alanine
NCCC(O)=O β-alanine
CNCC(O)=O sarcosine`,
  },
  { formula: 'C3H7NO3', source: 'pubchem', isomers: 'NC(CO)C(O)=O serine' },
  { formula: 'C3H7NO2S', source: 'pubchem', isomers: 'NC(CS)C(O)=O cysteine' },
  { formula: 'C4H9NO3', source: 'pubchem', isomers: 'CC(O)C(N)C(O)=O threonine' },
  { formula: 'C4H7NO4', source: 'pubchem', isomers: 'NC(CC(O)=O)C(O)=O aspartic acid' },
  {
    formula: 'C5H11NO2',
    source: 'pubchem',
    isomers: `
CC(C)C(N)C(O)=O valine
CCCC(N)C(O)=O norvaline`,
  },
  { formula: 'C5H9NO4', source: 'pubchem', isomers: 'NC(CCC(O)=O)C(O)=O glutamic acid' },
  {
    formula: 'C6H13NO2',
    source: 'pubchem',
    isomers: `
CC(C)CC(N)C(O)=O leucine
CCC(C)C(N)C(O)=O isoleucine`,
  },
  {
    formula: 'C9H11NO2',
    source: 'pubchem',
    isomers: `
NC(Cc1ccccc1)C(O)=O phenylalanine
CCOC(=O)c1ccc(N)cc1 benzocaine`,
  },
  {
    formula: 'C3H4N2',
    source: 'pubchem',
    isomers: `
c1c[nH]cn1 imidazole
c1cn[nH]c1 pyrazole`,
  },
  {
    formula: 'C4H4N2',
    source: 'pubchem',
    isomers: `
c1cncnc1 pyrimidine
c1cnccn1 pyrazine
c1ccnnc1 pyridazine`,
  },
  { formula: 'C4H5N', source: 'pubchem', isomers: 'c1cc[nH]c1 pyrrole' },
  { formula: 'C5H5N', source: 'pubchem', isomers: 'c1ccncc1 pyridine' },
  {
    formula: 'C6H7N',
    source: 'pubchem',
    isomers: `
Nc1ccccc1 aniline
Cc1ccccn1 2-methylpyridine
Cc1cccnc1 3-methylpyridine
Cc1ccncc1 4-methylpyridine`,
  },
  { formula: 'C8H7N', source: 'pubchem', isomers: 'c1ccc2[nH]ccc2c1 indole' },
  { formula: 'C4H4N2O2', source: 'pubchem', isomers: 'O=C1C=CNC(=O)N1 uracil' },
  { formula: 'C5H6N2O2', source: 'pubchem', isomers: 'CC1=CNC(=O)NC1=O thymine' },
  { formula: 'C5H5N5', source: 'pubchem', isomers: 'Nc1ncnc2[nH]cnc12 adenine' },
  {
    formula: 'C7H8N4O2',
    source: 'pubchem',
    isomers: `
CN1C=NC2=C1C(=O)NC(=O)N2C theobromine
CN1C2=C(NC=N2)C(=O)N(C)C1=O theophylline`,
  },
  { formula: 'C8H10N4O2', source: 'pubchem', isomers: 'CN1C=NC2=C1C(=O)N(C)C(=O)N2C caffeine' },
  { formula: 'C8H9NO2', source: 'pubchem', isomers: 'CC(=O)Nc1ccc(O)cc1 paracetamol' },
  { formula: 'C8H11NO', source: 'pubchem', isomers: 'NCCc1ccc(O)cc1 tyramine' },
  { formula: 'C8H11NO2', source: 'pubchem', isomers: 'NCCc1ccc(O)c(O)c1 dopamine' },
  {
    formula: 'C10H14N2',
    source: 'pubchem',
    isomers: `
CN1CCCC1c1cccnc1 nicotine
C1CCC(NC1)c1cccnc1 anabasine`,
  },
  { formula: 'C4H4S', source: 'pubchem', isomers: 'c1ccsc1 thiophene' },
  {
    formula: 'C2H6S',
    source: 'iupac',
    isomers: `
CCS ethanethiol
CSC (methylsulfanyl)methane`,
  },
  {
    formula: 'C2H4Cl2',
    source: 'iupac',
    isomers: `
CC(Cl)Cl 1,1-dichloroethane
ClCCCl 1,2-dichloroethane`,
  },
  {
    formula: 'C3H7Cl',
    source: 'iupac',
    isomers: `
CCCCl 1-chloropropane
CC(C)Cl 2-chloropropane`,
  },
  {
    formula: 'C4H9Br',
    source: 'iupac',
    isomers: `
CCCCBr 1-bromobutane
CCC(C)Br 2-bromobutane
CC(C)CBr 1-bromo-2-methylpropane
CC(C)(C)Br 2-bromo-2-methylpropane`,
  },
  {
    formula: 'C6H4Cl2',
    source: 'pubchem',
    isomers: `
Clc1ccccc1Cl 1,2-dichlorobenzene
Clc1cccc(Cl)c1 1,3-dichlorobenzene
Clc1ccc(Cl)cc1 1,4-dichlorobenzene`,
  },
  { formula: 'C2HBrClF3', source: 'pubchem', isomers: 'FC(F)(F)C(Cl)Br halothane' },
];
