import {
  bondsOf,
  createMolecularGraph,
  type MolecularGraph,
  setBondOrder,
} from '../molecule/molecular-graph.ts';
import { Random } from '../random.ts';
import { COST_CLASSES, type ScoringComponent } from './scoring-component.ts';

const RENUMBERINGS = 3;
/** Multiples of a decimal such as 0.0001 are off by their rounding, and their differences by a little more. */
const ROUNDING = 1e-6;

/**
 * What a scoring component breaks of what it promises, as far as these molecules show; an empty list is what one hopes for. For
 * the tests of whoever writes a component. Scores must be finite, the same to the last bit for any numbering of the atoms, and
 * either equal or at least the resolution apart.
 *
 * @param isomers molecules of one formula, of which no two are the same isomer
 */
export function scoringFaults(component: ScoringComponent, isomers: readonly MolecularGraph[]): string[] {
  const random = Random.fromSeed(isomers.length);
  const faults = memberFaults(component);
  const scores: number[] = [];
  for (const graph of isomers) {
    const score = component.score(graph);
    const said = `the molecule of bonds ${bondsOf(graph).join(' ')}`;
    if (!Number.isFinite(score)) faults.push(`${said} scores ${score}`);
    for (let i = 0; i < RENUMBERINGS; i++) {
      const other = component.score(renumbered(graph, random));
      if (!Object.is(other, score)) faults.push(`${said} scores ${score}, renumbered ${other}`);
    }
    scores.push(score);
  }
  scores.sort((a, b) => a - b);
  for (let i = 1; i < scores.length; i++) {
    const difference = scores[i]! - scores[i - 1]!;
    if (difference === 0 || difference > component.resolution * (1 - ROUNDING)) continue;
    faults.push(`${scores[i - 1]} and ${scores[i]} are closer than the resolution`);
  }
  return faults;
}

function memberFaults({ name, version, description, unit, ...component }: ScoringComponent): string[] {
  const { resolution, maxHeavyAtoms = 100, costClass } = component;
  const faults: string[] = [];
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    faults.push(`the name "${name}" is not in lower case with underscores`);
  if (!Number.isSafeInteger(version) || version < 1) faults.push('the version is not an integer from 1 on');
  if (description === '') faults.push('there is no description');
  if (unit === '') faults.push('there is no unit');
  if (!(resolution > 0 && Number.isFinite(resolution))) faults.push('the resolution is not above 0');
  if (!(Number.isSafeInteger(maxHeavyAtoms) && maxHeavyAtoms > 0))
    faults.push('maxHeavyAtoms is no number of atoms');
  if (costClass !== undefined && !COST_CLASSES.includes(costClass))
    faults.push(`no cost class is "${costClass}"`);
  for (let n = 1; n <= Math.min(maxHeavyAtoms, 100); n++) {
    const range = component.usualRange?.(n);
    if (range !== undefined && !(range.low <= range.high && Number.isFinite(range.high - range.low))) {
      faults.push(`the usual range of ${n} heavy atoms is ${range.low} to ${range.high}`);
    }
  }
  return faults;
}

function renumbered(graph: MolecularGraph, random: Random): MolecularGraph {
  const n = graph.elements.length;
  const images = graph.elements.map((_, x) => x);
  for (let x = n - 1; x > 0; x--) {
    const y = random.below(x + 1);
    [images[x], images[y]] = [images[y]!, images[x]!];
  }
  const elements = [...graph.elements];
  images.forEach((image, x) => {
    elements[image] = graph.elements[x]!;
  });
  const result = createMolecularGraph(elements);
  for (const [x, y, order] of bondsOf(graph)) setBondOrder(result, images[x]!, images[y]!, order);
  images.forEach((image, x) => {
    result.hydrogenCounts[image] = graph.hydrogenCounts[x]!;
  });
  return result;
}
