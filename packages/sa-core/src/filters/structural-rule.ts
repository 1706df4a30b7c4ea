import type { MolecularGraph } from '../molecule/molecular-graph.ts';

/** A substructure that a run can be told to keep out of its molecules. */
export interface StructuralRule {
  /** The name by which a configuration asks for it: what there shall not be. */
  readonly name: string;
  /** What exactly is forbidden, and why, in one or two sentences for a person. */
  readonly description: string;
  /** Keys of docs/references.bib. */
  readonly references: readonly string[];
  /**
   * In how many places a molecule breaks the rule: 0 if it obeys. It depends on the isomer alone, not on the numbering of its
   * atoms, and takes a graph in pieces as well, since a proposal is judged before its connectivity.
   */
  countIn(graph: MolecularGraph): number;
}
