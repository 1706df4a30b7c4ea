/**
 * The one catalogue of what chemistry refuses, by stable code. The text says what the code stands for; the message of
 * the error thrown says what was wrong with this input.
 */
export const CHEMISTRY_ERRORS = {
  graph_empty: 'The molecular graph has no atom.',
  graph_disconnected: 'The molecular graph falls into more than one molecule.',
  graph_valence: 'An atom has more or fewer bonds and hydrogens than its valence.',
  id_prefix: 'The prefix of the ids in a drawing cannot begin an XML id.',
  drawing_unreadable: 'OpenChemLib drew something that a constitutional isomer has no use for.',
} as const;

export type ChemistryErrorCode = keyof typeof CHEMISTRY_ERRORS;

/** The only error that chemistry throws on purpose. */
export class ChemistryError extends Error {
  override readonly name = 'ChemistryError';
  readonly code: ChemistryErrorCode;

  constructor(code: ChemistryErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
