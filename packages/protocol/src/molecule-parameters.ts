import { DEFAULT_CONFIGURATION, STRUCTURAL_RULES } from '@webfaulon/sa-core';
import type { Parameter } from './parameter.ts';

/** Which molecules the run walks among, and where it begins. */
export const MOLECULE_PARAMETERS = {
  formula: {
    name: 'formula',
    kind: 'text',
    label: 'Molecular formula',
    unit: null,
    maxLength: 256,
    form: 'element symbols, each with an optional count, such as C10H16 (C6H14, not c6h14)',
    example: 'C10H16',
    default: undefined,
    help: 'The atoms of the molecule. The run walks among its constitutional isomers: the molecules with these atoms that differ in how the atoms are bonded. Elements: C H N O S P F Cl Br I; an element that is repeated adds up.',
  },
  initial: {
    name: 'initial',
    kind: 'text',
    label: 'Start molecule',
    unit: null,
    maxLength: 2000,
    form: '"random", "chain" or a SMILES of the formula',
    example: 'random',
    default: DEFAULT_CONFIGURATION.initial,
    help: 'Where the walk starts: "random" is a molecule shuffled with the seed, "chain" the longest chain that the formula allows, and anything else is read as the SMILES of an isomer of the formula.',
  },
  filters: {
    name: 'filters',
    kind: 'choices',
    label: 'Structural filters',
    unit: null,
    options: STRUCTURAL_RULES.map(({ name }) => name),
    default: DEFAULT_CONFIGURATION.filters,
    help: 'Rules that every molecule of the run obeys, for example ["no-peroxides"]: a step to a molecule that breaks one is invalid. docs/filters.md tells what each rule forbids, and which molecules can still be reached.',
  },
} as const satisfies Record<string, Parameter>;
