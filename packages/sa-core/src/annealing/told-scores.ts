import { SaCoreError } from '../errors.ts';
import {
  bondsOf,
  createMolecularGraph,
  type MolecularGraph,
  setBondOrder,
} from '../molecule/molecular-graph.ts';
import type { ScoringComponent } from '../scoring/scoring-component.ts';

/** A score that somebody outside finds: what a run has to know of it beforehand. */
export interface ToldScore {
  /** The name that the configuration gives it. */
  readonly name: string;
  /** Raised whenever any score changes; 1 by default. */
  readonly version?: number;
  /** The smallest difference that two isomers can show, above 0: without `min_temp` half of it is the floor of kT. */
  readonly resolution: number;
}

/** Thrown through the code that asked for the score, and caught by whoever can ask for it outside. */
export class ScoreWanted extends Error {
  /** A copy, which the caller may keep. */
  readonly molecule: MolecularGraph;

  constructor(molecule: MolecularGraph) {
    super('The score of this molecule is not told yet.');
    this.molecule = molecule;
  }
}

/** Scores by molecule, as a scoring component that knows those it was told and throws {@link ScoreWanted} for others. */
export class ToldScores {
  readonly component: ScoringComponent;
  private scores: Map<string, number>;

  /** @throws {SaCoreError} checkpoint_invalid if a score is not a finite number */
  constructor({ name, version = 1, resolution }: ToldScore, scores: Readonly<Record<string, number>>) {
    this.scores = new Map(Object.entries(scores));
    if (![...this.scores.values()].every(Number.isFinite)) {
      throw new SaCoreError(
        'checkpoint_invalid',
        'A score of the checkpoint is not a number. Start the run anew.',
      );
    }
    const score = (graph: MolecularGraph) => {
      const known = this.scores.get(keyOf(graph));
      if (known === undefined) throw new ScoreWanted(copyOf(graph));
      return known;
    };
    this.component = {
      name,
      version,
      resolution,
      description: name,
      unit: '1',
      costClass: 'external',
      score,
    };
  }

  tell(molecule: MolecularGraph, score: number): void {
    this.scores.set(keyOf(molecule), score);
  }

  /** Forgets all but the scores of these molecules. */
  keep(molecules: readonly MolecularGraph[]): void {
    const keys = new Set(molecules.map(keyOf));
    this.scores = new Map([...this.scores].filter(([key]) => keys.has(key)));
  }

  /** Plain data that survives JSON. */
  all(): Record<string, number> {
    return Object.fromEntries(this.scores);
  }
}

/** Tells the molecules of one formula apart, as they are numbered; the hydrogens follow from the bonds. */
function keyOf(graph: MolecularGraph): string {
  return bondsOf(graph).join(' ');
}

function copyOf(graph: MolecularGraph): MolecularGraph {
  const copy = createMolecularGraph(graph.elements);
  for (const [x, y, order] of bondsOf(graph)) setBondOrder(copy, x, y, order);
  copy.hydrogenCounts.set(graph.hydrogenCounts);
  return copy;
}
