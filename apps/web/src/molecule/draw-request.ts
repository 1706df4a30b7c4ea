import type { ExplainedStep } from '@webfaulon/protocol/explained-step';

export interface MoleculeRequest {
  readonly smiles: string;
  /** Gives atoms and bonds invisible shapes with ids, to be coloured; numbered as they come in the SMILES. */
  readonly idPrefix?: string;
}

/** One of the two pictures of a step, which have the same size and what stays in the same place. */
export interface StepRequest {
  readonly step: Pick<ExplainedStep, 'elements' | 'before' | 'proposed' | 'displacement'>;
  readonly side: 'before' | 'proposed';
}

export type DrawRequest = MoleculeRequest | StepRequest;

export interface DrawnMolecule {
  readonly request: DrawRequest;
  /** An SVG document; empty where nothing can be drawn. */
  readonly svg: string;
}
