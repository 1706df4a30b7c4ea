import type { MolecularGraph } from '../molecule/molecular-graph.ts';

/** A substructure that a run can be told to keep out of its molecules: what a run needs of it. */
export interface Prohibition {
  /** The name by which a configuration asks for it: what there shall not be. */
  readonly name: string;
  /**
   * In how many places a molecule breaks the rule: 0 if it obeys. It depends on the isomer alone, not on the numbering of its
   * atoms, and takes a graph in pieces as well, since a proposal is judged before its connectivity.
   */
  countIn(graph: MolecularGraph): number;
}

/** What a person is told of a rule. */
export interface Reasons {
  /** What exactly is forbidden, and why, in one or two sentences. */
  readonly description: string;
  /** Keys of docs/references.bib. */
  readonly references: readonly string[];
}

/** A rule that a configuration may name, with the reasons for it. */
export interface StructuralRule extends Prohibition, Reasons {}

/** Kept apart until here, because a run knows the rule alone, and a bundle of runs leaves the reasons out. */
export function explained(rule: Prohibition, reasons: Reasons): StructuralRule {
  return { ...rule, ...reasons };
}
