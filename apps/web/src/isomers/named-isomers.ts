import type { KnownNames } from '../names/known-names.ts';
import type { IsomerMet } from '../runner/runner.ts';

const NAMES_IN_ONE_BREATH = 2;

/** The names met, in the order of discovery; the Kekulé forms of one compound have one. */
export function namesMet(isomers: readonly IsomerMet[], names: KnownNames): string[] {
  const met = new Set<string>();
  for (const { smiles } of isomers) {
    const known = names.get(smiles);
    if (known !== undefined) met.add(known.name);
  }
  return [...met];
}

/** One sentence of what is new: "You found limonene, camphene and 3 more known by name." */
export function discoveryInWords(found: readonly string[]): string {
  if (found.length === 0) return '';
  const told = found.slice(0, NAMES_IN_ONE_BREATH);
  const rest = found.length - told.length;
  if (rest > 0) return `You found ${told.join(', ')} and ${rest} more known by name.`;
  return `You found ${told.join(' and ')}.`;
}
