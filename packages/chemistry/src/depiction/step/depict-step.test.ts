import { describe, expect, it } from '@jest/globals';
import {
  advance,
  BUILT_IN_COMPONENTS,
  type Configuration,
  explainStep,
  prepareAnnealing,
  readSmiles,
  type StepExplanation,
  startCheckpoint,
} from '@webfaulon/sa-core';
import { depict } from '../depict.ts';
import { depictStep } from './depict-step.ts';
import { stepLayouts } from './step-layout.ts';
import { stepStructure } from './step-structure.ts';

const OPTIONS = { idPrefix: 'p', labelBefore: 'before', labelProposed: 'proposed' };

function stepsOf(configuration: Configuration, count: number): StepExplanation[] {
  const annealing = prepareAnnealing(configuration, BUILT_IN_COMPONENTS);
  let checkpoint = startCheckpoint(annealing);
  return Array.from({ length: count }, () => {
    const step = explainStep(annealing, checkpoint);
    checkpoint = advance(annealing, checkpoint, 1, annealing.totalSteps).checkpoint;
    return step;
  });
}

const STEPS = [
  ...stepsOf({ formula: 'C8H18', initial: 'chain', initial_temp: 5, seed: 1 }, 12),
  ...stepsOf({ formula: 'C6H12O6', initial_temp: 5, seed: 1 }, 7),
  ...stepsOf({ formula: 'C10H16', initial_temp: 10, seed: 1 }, 7),
  ...stepsOf({ formula: 'C4H8O2', proposal: 'atoms', initial_temp: 50, seed: 5 }, 20),
];

const idsOf = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

describe('the structure of a step', () => {
  it('gives every vertex its valence, hydrogens of its own included', () => {
    const valence = { C: 4, N: 3, P: 3, O: 2, S: 2, H: 1, F: 1, Cl: 1, Br: 1, I: 1 };
    for (const step of STEPS) {
      const { elements, before, proposed = before, heavyCount } = stepStructure(step);
      for (const bonds of [before, proposed]) {
        elements.forEach((element, vertex) => {
          const own = bonds.filter(([x, y]) => x === vertex || y === vertex);
          const sum = own.reduce((total, [, , order]) => total + order, 0);
          if (vertex >= heavyCount) expect(sum).toBe(1);
          else expect(sum).toBeLessThanOrEqual(valence[element]);
        });
      }
    }
  });

  it('names four atoms, and two names of one atom where it was drawn twice', () => {
    for (const step of STEPS) {
      const { names } = stepStructure(step);
      expect([...names.values()].flat().sort()).toEqual(step.displacement ? ['x1', 'x2', 'y1', 'y2'] : []);
      expect(names.size < 4).toBe(step.invalidReason === 'same-atom');
    }
  });

  it('takes a hydrogen from x2 to x1 in a hydrogen shift', () => {
    const shift = STEPS.find(({ kind, proposed }) => kind === 'hydrogen-shift' && proposed !== undefined)!;
    const { before, proposed, names, heavyCount } = stepStructure(shift);
    const vertexOf = (name: string) => [...names].find(([, own]) => own.includes(name as 'x1'))![0];
    expect(vertexOf('y2')).toBe(heavyCount);
    expect(before).toContainEqual([vertexOf('x2'), heavyCount, 1]);
    expect(proposed).toContainEqual([vertexOf('x1'), heavyCount, 1]);
  });
});

describe('the layouts of a step', () => {
  it('leave at least one vertex where it was, and most of an alkane', () => {
    for (const step of STEPS.filter(({ proposed }) => proposed !== undefined)) {
      const { before, proposed, still } = stepLayouts(stepStructure(step));
      expect(still.length).toBeGreaterThan(0);
      if (step.before.elements.length !== 8) continue;
      const resting = still.filter(
        (v) => Math.hypot(before[v]!.x - proposed![v]!.x, before[v]!.y - proposed![v]!.y) < 0.1,
      );
      expect(resting.length).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('depictStep', () => {
  it('draws both molecules in the same size, with names and ids of the prefix alone', () => {
    for (const step of STEPS) {
      const { before, proposed } = depictStep(step, OPTIONS)!;
      expect(proposed === undefined).toBe(step.proposed === undefined);
      const viewBox = (svg: string) => /viewBox="[^"]+"/.exec(svg)![0];
      for (const svg of proposed === undefined ? [before] : [before, proposed]) {
        expect(viewBox(svg)).toBe(viewBox(before));
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        expect(new Set(idsOf(svg)).size).toBe(idsOf(svg).length);
        for (const id of idsOf(svg))
          expect(id).toMatch(/^p-(before|proposed)-(name|atom|loosened|forming|formed)-/);
        expect(svg.includes('x₁')).toBe(step.displacement !== undefined);
      }
    }
  });

  it('marks what loses a unit of bond order and what gains one', () => {
    for (const step of STEPS.filter(({ proposed }) => proposed !== undefined)) {
      const { before, proposed } = depictStep(step, OPTIONS)!;
      expect(idsOf(before)).toContain('p-before-loosened-0');
      expect(idsOf(before)).toContain('p-before-forming-0');
      expect(idsOf(proposed!)).toContain('p-proposed-formed-0');
    }
  });

  it('draws what nothing is displaced in like a molecule of its own', () => {
    for (const smiles of ['O', 'CC']) {
      const step = { before: readSmiles(smiles), proposed: undefined, displacement: undefined };
      const texts = (svg: string) => [...svg.matchAll(/>(\w+)<\/text>/g)].map(([, text]) => text);
      expect(texts(depictStep(step, OPTIONS)!.before)).toEqual(texts(depict(step.before)));
    }
  });

  it('draws nothing beyond the drawing limit, and refuses a prefix that is none', () => {
    const step = { before: readSmiles('C'.repeat(51)), proposed: undefined, displacement: undefined };
    expect(depictStep(step, OPTIONS)).toBeUndefined();
    expect(() => depictStep(step, { ...OPTIONS, idPrefix: '1' })).toThrow(
      expect.objectContaining({ code: 'id_prefix' }),
    );
  });
});
