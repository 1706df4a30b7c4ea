import type { EnumeratedIsomer } from '../displacement/isomer-space.ts';
import { rulesNamed } from './rules-named.ts';

/**
 * Measures which isomers that obey structural rules can be reached from each other through such isomers alone, by hydrogen
 * shifts and bond switches. A run with these filters that starts in one part never meets the others.
 *
 * @param isomers all isomers of a formula, as `[...enumerateIsomers(formula)]` gives them
 * @param filters names of structural rules
 * @returns the number of isomers in each part, the largest first; none if no isomer obeys
 * @throws {SaCoreError} filter_unknown
 */
export function reachableParts(
  isomers: readonly EnumeratedIsomer[],
  filters: readonly string[],
): readonly number[] {
  const rules = rulesNamed(filters);
  const obeys = isomers.map(({ graph }) => rules.every((rule) => rule.countIn(graph) === 0));
  const seen = new Set<number>();
  const parts: number[] = [];
  for (const { index } of isomers) {
    if (!obeys[index] || seen.has(index)) continue;
    const part = new Set([index]);
    // A Set goes on to what is added while it is gone through.
    for (const isomer of part) {
      seen.add(isomer);
      for (const other of isomers[isomer]!.neighbours) if (obeys[other]) part.add(other);
    }
    parts.push(part.size);
  }
  return parts.sort((a, b) => b - a);
}
