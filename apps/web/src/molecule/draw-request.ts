export interface DrawRequest {
  readonly smiles: string;
  /** Gives atoms and bonds invisible shapes with ids, to be coloured; numbered as they come in the SMILES. */
  readonly idPrefix?: string;
}

export interface DrawnMolecule extends DrawRequest {
  /** An SVG document. */
  readonly svg: string;
}

export interface MolfileRequest {
  readonly molfileOf: string;
}

export interface WrittenMolfile extends MolfileRequest {
  readonly molfile: string;
}
