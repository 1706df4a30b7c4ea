import { type HeavyElement, VALENCES } from './element.ts';
import { assignBondOrders } from './kekule-assignment.ts';
import { createMolecularGraph, type MolecularGraph, setBondOrder } from './molecular-graph.ts';
import { smilesError } from './smiles-error.ts';
import { parseSmiles, type SmilesSyntax } from './smiles-syntax.ts';

const VALENCES_IN_WORDS = 'Valences here are C 4, N 3, P 3, O 2, S 2 and 1 for H, F, Cl, Br and I';

/**
 * Reads the constitution of a molecule from a SMILES: aromatic or Kekulé, with or without brackets; spaces around it do
 * not matter. Isotopes, stereochemistry and atom classes are read and dropped; hydrogens written as atoms become
 * counts. Heavy atoms are numbered in the order of the text. Aromatic rings get one of their Kekulé forms.
 *
 * The result is connected and has valid valences. Throws SaCoreError, with a message that says what is wrong and where:
 * smiles_syntax, smiles_unsupported (charges, radicals, other elements, *), smiles_valence, smiles_disconnected.
 * Time is at most cubic in the number of aromatic atoms and memory quadratic in the number of atoms: bound the length.
 */
export function readSmiles(text: string): MolecularGraph {
  const start = text.length - text.trimStart().length;
  // Blanks in front stay, so that positions in messages are those of the text as it was given.
  const syntax = parseSmiles(text.trimEnd(), start);
  assertSimple(syntax);
  const orders = assignBondOrders(syntax);
  const hydrogens = countHydrogens(syntax, orders);
  return foldHydrogens(syntax, orders, hydrogens);
}

/** Refuses bonds from an atom to itself and second bonds between two atoms. */
function assertSimple({ atoms, bonds }: SmilesSyntax): void {
  const seen = new Set<number>();
  for (const { from, to, position } of bonds) {
    if (from === to) throw smilesError('smiles_syntax', position, 'the ring number binds an atom to itself.');
    const pair = Math.min(from, to) * atoms.length + Math.max(from, to);
    if (seen.has(pair)) {
      throw smilesError(
        'smiles_syntax',
        position,
        'the two atoms are bound already; write = or # for more than one bond.',
      );
    }
    seen.add(pair);
  }
}

/** The hydrogens that each atom has besides those written as atoms: implied, or written in its brackets. */
function countHydrogens({ atoms, bonds }: SmilesSyntax, orders: Uint8Array): number[] {
  const sums = new Array<number>(atoms.length).fill(0);
  bonds.forEach(({ from, to }, bond) => {
    sums[from]! += orders[bond]!;
    sums[to]! += orders[bond]!;
  });
  return atoms.map(({ symbol, hydrogens, position }, atom) => {
    const spare = VALENCES[symbol] - sums[atom]!;
    if ((hydrogens ?? 0) > spare) {
      const bonded = `${sums[atom]} bonds${hydrogens ? ` and ${hydrogens} hydrogens` : ''}`;
      throw smilesError(
        'smiles_valence',
        position,
        `${symbol} has ${bonded} (a double bond counts as two), but its valence is ${VALENCES[symbol]}. ` +
          `${VALENCES_IN_WORDS}, so that nitro groups, sulfones, phosphates and the like cannot be drawn.`,
      );
    }
    if (hydrogens !== undefined && hydrogens < spare) {
      throw smilesError(
        'smiles_unsupported',
        position,
        `${symbol} is a radical: ${spare - hydrogens} of its ${VALENCES[symbol]} valences are free. In brackets all ` +
          'hydrogens are written, as in [CH3]; without brackets they are implied.',
      );
    }
    return spare;
  });
}

/** The graph over the heavy atoms; hydrogens written as atoms are added to the counts of their partners. */
function foldHydrogens(
  syntax: SmilesSyntax,
  orders: Uint8Array,
  hydrogens: readonly number[],
): MolecularGraph {
  const { atoms, bonds } = syntax;
  const elements: HeavyElement[] = [];
  /** The heavy atom that an atom of the text becomes, -1 for hydrogens. */
  const heavy = atoms.map(({ symbol }) => (symbol === 'H' ? -1 : elements.push(symbol) - 1));
  if (elements.length === 0) {
    throw smilesError(
      'smiles_unsupported',
      atoms[0]!.position,
      'a molecule of hydrogen alone has no isomers.',
    );
  }
  const graph = createMolecularGraph(elements);
  const addHydrogens = (atom: number, count: number) => {
    graph.hydrogenCounts[heavy[atom]!] = graph.hydrogenCounts[heavy[atom]!]! + count;
  };
  atoms.forEach(({ symbol }, atom) => {
    if (symbol !== 'H') addHydrogens(atom, hydrogens[atom]!);
  });
  bonds.forEach(({ from, to }, bond) => {
    // Valences are checked: a hydrogen has one bond, and two hydrogens bound to each other would be all there is.
    if (heavy[from] === -1) addHydrogens(to, 1);
    else if (heavy[to] === -1) addHydrogens(from, 1);
    else setBondOrder(graph, heavy[from]!, heavy[to]!, orders[bond]!);
  });
  return graph;
}
