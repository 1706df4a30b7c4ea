import { VALENCES } from './element.ts';
import { maximumMatching } from './maximum-matching.ts';
import { smilesError } from './smiles-error.ts';
import type { SmilesBond, SmilesSyntax } from './smiles-syntax.ts';

/**
 * Bond orders 1..3 for all bonds of a SMILES: those written, and one way of giving alternating bonds (":", or nothing
 * between lower-case atoms) single and double orders. Every lower-case atom with a valence to spare and no multiple bond
 * yet needs exactly one double bond: the ways are the perfect matchings of these atoms along alternating bonds. Which of
 * several is taken depends on the text alone. Whether a ring is aromatic by anyone's rule is not asked.
 *
 * Throws SaCoreError smiles_syntax when there is no such way.
 */
export function assignBondOrders(syntax: SmilesSyntax): Uint8Array {
  const { atoms, bonds } = syntax;
  const orders = Uint8Array.from(bonds, ({ symbol }) => (typeof symbol === 'number' ? symbol : 1));
  const isAlternating = bonds.map((bond) => bondAlternates(syntax, bond));
  const needsDouble = findAtomsInNeed(syntax, orders, isAlternating);

  const neighbours = atoms.map((): number[] => []);
  bonds.forEach(({ from, to }, bond) => {
    if (!isAlternating[bond] || !needsDouble[from] || !needsDouble[to]) return;
    neighbours[from]!.push(to);
    neighbours[to]!.push(from);
  });
  const partners = maximumMatching(neighbours);
  const unmatched = atoms.findIndex((_, atom) => needsDouble[atom] && partners[atom] === -1);
  if (unmatched >= 0) {
    throw smilesError(
      'smiles_syntax',
      atoms[unmatched]!.position,
      'the lower-case atoms cannot be given alternating single and double bonds. A nitrogen with a hydrogen is ' +
        'written [nH], and atoms outside of aromatic rings in upper case.',
    );
  }
  bonds.forEach(({ from, to }, bond) => {
    if (isAlternating[bond] && partners[from] === to) orders[bond] = 2;
  });
  return orders;
}

function bondAlternates({ atoms }: SmilesSyntax, { from, to, symbol }: SmilesBond): boolean {
  return symbol === 'aromatic' || (symbol === 'implied' && atoms[from]!.aromatic && atoms[to]!.aromatic);
}

/** Which atoms are part of an alternating system and still lack a double bond. */
function findAtomsInNeed(
  { atoms, bonds }: SmilesSyntax,
  orders: Uint8Array,
  isAlternating: readonly boolean[],
): readonly boolean[] {
  const sums = new Array<number>(atoms.length).fill(0);
  const alternates = atoms.map(({ aromatic }) => aromatic);
  const hasMultiple = new Array<boolean>(atoms.length).fill(false);
  bonds.forEach(({ from, to }, bond) => {
    for (const atom of [from, to]) {
      sums[atom]! += orders[bond]!;
      if (isAlternating[bond]) alternates[atom] = true;
      if (orders[bond]! > 1) hasMultiple[atom] = true;
    }
  });
  return atoms.map(({ symbol, hydrogens }, atom) => {
    const spare = VALENCES[symbol] - sums[atom]! - (hydrogens ?? 0);
    return alternates[atom]! && !hasMultiple[atom] && spare > 0;
  });
}
