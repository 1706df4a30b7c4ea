import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import type { ScoringTable, SharedTables } from './shared-tables.ts';

/** What an evaluation costs, the cheapest first. A page can say with it why a run is slow. */
export const COST_CLASSES = ['bonds', 'distances', 'subgraphs', 'external'] as const;

/**
 * `bonds`: one look at each atom and bond. `distances`: the distances of all pairs, at most n searches through the
 * molecule. `subgraphs`: counts parts of the molecule, which can grow faster than any power of its size. `external`: another
 * library makes a molecule of its own first, some thousand times the cost of `bonds`.
 */
export type CostClass = (typeof COST_CLASSES)[number];

/** Between which scores the molecules of a size usually lie. Neither end is promised to be reached, nor never passed. */
export interface UsualRange {
  readonly low: number;
  readonly high: number;
}

/**
 * One number that can be read off a molecule: what a run needs of it.
 *
 * A score must depend on the isomer alone, not on the numbering of its atoms, and be finite on every constitutional
 * isomer. A run is reproducible only as far as its components are.
 */
export interface Score {
  /** The key under which an objective weighs it, for example "wiener_index". */
  readonly name: string;
  /** Raised whenever any score changes; part of the resolved configuration. */
  readonly version: number;
  /** The smallest difference that two isomers can show, above 0, in units of the score. */
  readonly resolution: number;
  /** The tables that `score` reads; they are computed once a molecule for all components that need them. */
  readonly needs?: readonly ScoringTable[];
  /** The most heavy atoms that it can score; without it there is no limit. */
  readonly maxHeavyAtoms?: number;
  readonly costClass?: CostClass;
  /**
   * The score of a connected graph with valid valences. The graph is only lent: read it, do not keep or change it.
   *
   * @param shared the tables that the component needs, lent in the same way; those that it does not name are empty. Whoever
   *   asks a component directly may leave it out, so a component with needs makes its own then: `shared = tablesOf(graph)`.
   */
  score(graph: MolecularGraph, shared?: SharedTables): number;
}

/** What a person is told of a score. */
export interface ScoreDescription {
  readonly description: string;
  /** The unit of the score; "1" for a pure number. */
  readonly unit: string;
  /** The usual scores of molecules with this number of heavy atoms: for an axis, or to choose weights and temperatures by. */
  usualRange?(heavyAtoms: number): UsualRange;
}

/** A score and its description, as a plain object that any package can make. */
export interface ScoringComponent extends Score, ScoreDescription {}

/** Kept apart until here, because a run knows the score alone, and a bundle of runs leaves the description out. */
export function described(score: Score, description: ScoreDescription): ScoringComponent {
  return { ...score, ...description };
}
