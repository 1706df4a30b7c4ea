/**
 * The one catalogue of what sa-core refuses, by stable code. The text says what the code stands for; the message of
 * the error thrown says what was wrong with this input and what to do about it.
 */
export const SA_CORE_ERRORS = {
  formula_syntax: 'The formula is not a sequence of element symbols and counts.',
  formula_unknown_element: 'The formula names an element that is not supported.',
  formula_zero_count: 'The formula gives an element the count 0.',
  formula_too_large: 'The formula has more atoms than any molecule that can be annealed here.',
  formula_no_heavy_atom: 'The formula has no atom other than hydrogen.',
  formula_hydrogen_parity: 'The valences of the atoms add up to an odd number, so one would stay free.',
  formula_too_many_hydrogens: 'The formula has more hydrogens than the valences of the other atoms can take.',
  formula_not_connectable: 'The atoms have too few valences to be joined into one molecule.',
  formula_unsaturated_beyond_bonds: 'Some atom has more valences than all the others together can satisfy.',
  smiles_syntax: 'The SMILES cannot be read.',
  smiles_unsupported: 'The SMILES uses something that has no place in a constitutional isomer.',
  smiles_valence: 'An atom of the SMILES has more bonds than its valence allows.',
  smiles_disconnected: 'The SMILES describes more than one molecule.',
  smiles_formula_mismatch: 'The SMILES is not an isomer of the formula.',
  configuration_value: 'A parameter of the configuration is missing, of the wrong type or out of range.',
  component_unknown: 'The objective names a scoring component that does not exist.',
  component_weight: 'The weight of a scoring component is not a finite number of at least 0.',
  component_invalid: 'A scoring component is not well formed, or gave a score that is not a finite number.',
  component_module: 'The module of scoring components cannot be imported, or exports none.',
  component_target:
    'The target of a scoring component is no number within bounds, or its weight is not given.',
  objective_empty: 'The objective has no scoring component with a weight above 0.',
  isomers_over_limit: 'The formula has more isomers than the enumeration may hold.',
  filter_unknown: 'The filters name a structural rule that does not exist.',
  formula_filtered: 'No isomer of the formula was found that obeys the structural rules.',
  version_mismatch:
    'The configuration belongs to another version of the algorithm or of a scoring component.',
  checkpoint_invalid: 'The checkpoint is damaged or of a format that is not understood.',
  checkpoint_foreign: 'The checkpoint belongs to a run of another configuration.',
  run_failed: 'A run ended with an error that something it called has thrown, such as a score.',
  score_unasked: 'A score was told that was not asked for.',
  worker_failed: 'A worker thread stopped before it had computed its runs.',
} as const;

export type SaCoreErrorCode = keyof typeof SA_CORE_ERRORS;

/** The only error that sa-core throws on purpose. `pointer` names the part of the input at fault, as a JSON pointer. */
export class SaCoreError extends Error {
  override readonly name = 'SaCoreError';
  readonly code: SaCoreErrorCode;
  readonly pointer: string;

  constructor(code: SaCoreErrorCode, message: string, options: { pointer?: string; cause?: unknown } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : {});
    this.code = code;
    this.pointer = options.pointer ?? '';
  }
}

/** What `compute` answers; an error of ours that it throws is told of this part of the input instead. */
export function pointingTo<T>(pointer: string, compute: () => T): T {
  try {
    return compute();
  } catch (cause) {
    if (!(cause instanceof SaCoreError)) throw cause;
    throw new SaCoreError(cause.code, cause.message, { pointer, cause });
  }
}
