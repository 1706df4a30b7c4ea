import { describe, expect, it } from '@jest/globals';
import { explainedStep } from '@webfaulon/protocol/explained-step';
import { advance, BUILT_IN_COMPONENTS, prepareAnnealing, startCheckpoint } from '@webfaulon/sa-core';
import { drawStep } from './draw-step.ts';
import { isAllowedAttribute, isAllowedElement } from './safe-svg.ts';

const annealing = prepareAnnealing({ formula: 'C4H8O', initial_temp: 20, seed: 3 }, BUILT_IN_COMPONENTS);
const steps = Array.from({ length: 12 }, (_, played) =>
  explainedStep(
    annealing,
    advance(annealing, startCheckpoint(annealing), played, annealing.totalSteps).checkpoint,
  ),
);

describe('the drawing of a step as the wire tells it', () => {
  it('has a picture of the proposed molecule if and only if there is one', () => {
    for (const step of steps) {
      expect(drawStep({ step, side: 'before' })).toMatch(/^<svg .*step-before-name-x1/);
      expect(drawStep({ step, side: 'proposed' }).includes('step-proposed-name-x1')).toBe(
        step.proposed !== null,
      );
    }
    expect(new Set(steps.map(({ proposed }) => proposed === null)).size).toBe(2);
  });

  it('passes the list of what drawings may have, whole', () => {
    for (const step of steps) {
      const svg = drawStep({ step, side: 'before' });
      for (const [, element, attributes] of svg.matchAll(/<(\w+)([^>]*?)\/?>/g)) {
        expect(isAllowedElement(element!)).toBe(true);
        for (const [, name, value] of attributes!.matchAll(/([\w-]+)="([^"]*)"/g)) {
          if (name === 'xmlns' || name === 'aria-label') continue;
          expect([name, isAllowedAttribute(element!, name!, value!)]).toEqual([name, true]);
        }
      }
    }
  });

  it('is none for molecules that are too large', () => {
    const [step] = steps;
    const elements = Array(60).fill('C');
    const chain = {
      smiles: 'C'.repeat(60),
      score: 0,
      hydrogens: elements.map((_, i) => (i === 0 || i === 59 ? 3 : 2)),
      bonds: elements.slice(1).map((_, i): [number, number, number] => [i, i + 1, 1]),
    };
    expect(
      drawStep({
        step: { ...step!, elements, before: chain, proposed: null, displacement: null },
        side: 'before',
      }),
    ).toBe('');
  });
});
