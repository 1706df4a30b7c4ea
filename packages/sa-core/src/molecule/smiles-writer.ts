import { SaCoreError } from '../errors.ts';
import { canonicalForm } from './canonical-form.ts';
import { VALENCES } from './element.ts';
import { bondOrder, bondOrderSum, type MolecularGraph } from './molecular-graph.ts';
import { createSpanningTree, type SpanningTree } from './spanning-tree.ts';

const BOND_SYMBOLS = ['', '', '=', '#'] as const;

/**
 * The molecule as Kekulé SMILES (organic subset, implied hydrogens, no brackets, no aromatic letters), which every
 * toolkit reads. `ranks` (one number for each atom, all different) decides what comes first where SMILES leaves a
 * choice: the text starts at the atom of the lowest rank. By default atoms come as numbered. For easy reading, shorter
 * branches stand first, and rings are closed by single bonds where that is possible.
 *
 * Throws SaCoreError smiles_valence when hydrogens do not fill the valences (SMILES would imply others) and
 * smiles_disconnected when no path of bonds joins all atoms.
 */
export function writeSmiles(graph: MolecularGraph, ranks?: ArrayLike<number>): string {
  assertImpliedHydrogens(graph);
  const n = graph.elements.length;
  if (n === 0) return '';
  const tree = createSpanningTree(graph, ranks ?? Array.from({ length: n }, (_, atom) => atom));
  if (tree.preorder.length < n) {
    throw new SaCoreError(
      'smiles_disconnected',
      `Only ${tree.preorder.length} of ${n} heavy atoms hang together; a SMILES here is one molecule.`,
    );
  }
  return writeTree(graph, tree);
}

/**
 * The canonical Kekulé SMILES: equal for two molecules exactly when they are the same isomer (isomorphic multigraphs).
 * Two Kekulé forms that differ as graphs, as those of o-xylene, have two. Throws like writeSmiles.
 */
export function canonicalKekuleSmiles(graph: MolecularGraph): string {
  return writeSmiles(graph, canonicalForm(graph).labelling);
}

function assertImpliedHydrogens(graph: MolecularGraph): void {
  graph.elements.forEach((element, atom) => {
    const implied = VALENCES[element] - bondOrderSum(graph, atom);
    if (implied === graph.hydrogenCounts[atom]) return;
    throw new SaCoreError(
      'smiles_valence',
      `Atom ${atom} (${element}) has ${graph.hydrogenCounts[atom]} hydrogens where its valence asks for ${implied}.`,
    );
  });
}

function writeTree(graph: MolecularGraph, tree: SpanningTree): string {
  const digits = createRingDigits();
  let text = '';
  /** What is still to be written, last first: an atom, or a parenthesis. */
  const due: (number | '(' | ')')[] = [tree.preorder[0]!];
  while (due.length > 0) {
    const next = due.pop()!;
    if (typeof next === 'string') {
      text += next;
      continue;
    }
    const parent = tree.parents[next]!;
    if (parent >= 0) text += BOND_SYMBOLS[bondOrder(graph, parent, next)];
    text += graph.elements[next] + ringBonds(graph, tree, digits, next);
    const children = tree.children[next]!;
    for (let k = children.length - 1; k >= 0; k--) {
      if (k === children.length - 1) due.push(children[k]!);
      else due.push(')', children[k]!, '(');
    }
  }
  return text;
}

/** The numbers of ring bonds whose second atom is still to be written. */
interface RingDigits {
  /** The number of each open ring bond. Key: its first atom times 65536 plus its second. */
  readonly open: Map<number, number>;
  /** Numbers that are taken. Invariant: at least those of the open ring bonds. */
  readonly used: Set<number>;
}

function createRingDigits(): RingDigits {
  return { open: new Map(), used: new Set() };
}

/** The ring bonds of an atom: first those that end here, then those that start here. */
function ringBonds(graph: MolecularGraph, tree: SpanningTree, digits: RingDigits, atom: number): string {
  let text = '';
  const closed: number[] = [];
  for (const opener of tree.closures[atom]!) {
    const digit = digits.open.get(opener * 65536 + atom)!;
    text += writeDigit(digit);
    closed.push(digit);
  }
  for (const closer of tree.openings[atom]!) {
    let digit = 1;
    while (digits.used.has(digit)) digit++;
    digits.used.add(digit);
    digits.open.set(atom * 65536 + closer, digit);
    text += BOND_SYMBOLS[bondOrder(graph, atom, closer)] + writeDigit(digit);
  }
  // Free only now, so that no digit stands twice at one atom.
  for (const digit of closed) digits.used.delete(digit);
  return text;
}

/** %(nnn) is what OpenSMILES extensions agree on for rings that no molecule of ordinary size has open at once. */
function writeDigit(digit: number): string {
  if (digit < 10) return `${digit}`;
  return digit < 100 ? `%${digit}` : `%(${digit})`;
}
