import { SaCoreError } from '../errors.ts';
import { createCanonizer } from '../molecule/canonical-form.ts';
import { assertFeasible } from '../molecule/feasibility.ts';
import { type Formula, hillFormula, parseFormula } from '../molecule/formula.ts';
import { graphOfCode } from '../molecule/graph-of-code.ts';
import { longestChain } from '../molecule/longest-chain.ts';
import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import { writeSmiles } from '../molecule/smiles-writer.ts';
import { knownIsomerCount } from './known-totals.ts';
import { forEachNeighbour } from './single-unit-moves.ts';

/** About 15 MB, and minutes. */
const DEFAULT_LIMIT = 100_000;
/** Just below the 2^24 entries that a Map can have in V8. */
const MAX_LIMIT = 16_000_000;

export interface EnumerationOptions {
  /**
   * The most isomers to hold, from 1 to 16,000,000; 100,000 by default. A formula that is known to have more is refused at once,
   * any other as soon as one more is found. Memory is bounded by it: about 150 bytes for an isomer of 10 heavy atoms.
   */
  readonly limit?: number;
  /** What to score each isomer by, such as scoring components. */
  readonly components?: readonly { readonly score: (graph: MolecularGraph) => number }[];
}

/** One isomer of an enumeration, with its edges to others. */
export interface EnumeratedIsomer {
  /** From 0: its place in the order in which isomers are found, which is also that in which they are told. */
  readonly index: number;
  /** Equal for two molecules exactly when they are the same isomer; that of {@link CanonicalForm}. */
  readonly code: string;
  /** The canonical Kekulé SMILES. */
  readonly smiles: string;
  /** The isomer, atoms numbered by their canonical positions. It is the caller's. */
  readonly graph: MolecularGraph;
  /**
   * The indices of all other isomers one displacement by one unit away, ascending; some are still to be told.
   * Displacements can be undone, so each edge shows at both its ends.
   */
  readonly neighbours: readonly number[];
  /** One for each of the components, in their order. */
  readonly scores: readonly number[];
  /**
   * How many isomers have been found up to now. Progress: `found - index - 1` of them are still to be looked at, and the
   * enumeration is complete where that is 0.
   */
  readonly found: number;
}

/**
 * Enumerates the constitutional isomers of a formula, each once, by flood fill over hydrogen shifts and bond switches from
 * the longest chain: breadth first, so an isomer's distance from the chain never falls. The order is the same every
 * time. Computed as it is consumed: an enumeration that nobody goes on with costs nothing. Returns the number of isomers.
 *
 * That these displacements reach every isomer is measured, not proven: for each formula of up to 25,000 isomers in
 * {@link knownIsomerCount} the count is that of an exhaustive generator of another kind.
 *
 * @throws {SaCoreError} at the first isomer, what is wrong with the formula; isomers_over_limit, at once where that is known
 * @throws {RangeError} if the limit is not such an integer
 */
export function* enumerateIsomers(
  formula: string,
  options: EnumerationOptions = {},
): Generator<EnumeratedIsomer, number, void> {
  const { limit = DEFAULT_LIMIT, components = [] } = options;
  const parsed = parseFormula(formula);
  assertFeasible(parsed);
  assertWithin(limit, parsed);
  const chain = longestChain(parsed);
  const canonizer = createCanonizer(chain.elements.length);
  // A Map goes on to those entries that are added while it is gone through: it is the queue of the flood as well.
  const indices = new Map([[canonizer.canonicalCode(chain), 0]]);
  for (const [code, index] of indices) {
    const graph = graphOfCode(code);
    const neighbours = new Set<number>();
    forEachNeighbour(graph, (neighbour) => {
      const reached = canonizer.canonicalCode(neighbour);
      const known = indices.get(reached);
      neighbours.add(known ?? indices.size);
      if (known === undefined) indices.set(reached, indices.size);
    });
    neighbours.delete(index);
    if (indices.size > limit) throw tooMany(parsed, limit, `more than ${limit}`);
    yield {
      index,
      code,
      smiles: writeSmiles(graph),
      graph,
      neighbours: [...neighbours].sort((a, b) => a - b),
      scores: components.map(({ score }) => score(graph)),
      found: indices.size,
    };
  }
  return indices.size;
}

function assertWithin(limit: number, formula: Formula): void {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT)) {
    throw new RangeError(`The limit of an enumeration must be an integer from 1 to ${MAX_LIMIT}.`);
  }
  const known = knownIsomerCount(hillFormula(formula));
  if (known !== undefined && known > limit) throw tooMany(formula, limit, String(known));
}

function tooMany(formula: Formula, limit: number, count: string): SaCoreError {
  return new SaCoreError(
    'isomers_over_limit',
    `${hillFormula(formula)} has ${count} isomers, and the limit of this enumeration is ${limit}. Raise the limit ` +
      'as far as memory allows, or take a smaller formula.',
  );
}
