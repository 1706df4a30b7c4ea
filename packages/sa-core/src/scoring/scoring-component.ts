import type { MolecularGraph } from '../molecule/molecular-graph.ts';

/**
 * One number that can be read off a molecule, as a plain object that any package can make.
 *
 * A score must depend on the isomer alone, not on the numbering of its atoms, and be finite on every constitutional
 * isomer. A run is reproducible only as far as its components are.
 */
export interface ScoringComponent {
  /** The key under which an objective weighs it, for example "wiener_index". */
  readonly name: string;
  /** Raised whenever any score changes; part of the resolved configuration. */
  readonly version: number;
  readonly description: string;
  /** The unit of the score; "1" for a pure number. */
  readonly unit: string;
  /** The smallest difference that two isomers can show, above 0, in units of the score. */
  readonly resolution: number;
  /** The score of a connected graph with valid valences. The graph is only lent: read it, do not keep or change it. */
  score(graph: MolecularGraph): number;
}
