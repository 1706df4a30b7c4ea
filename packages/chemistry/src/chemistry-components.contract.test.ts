import { describe, expect, it } from '@jest/globals';
import { scoringFaults } from '@webfaulon/sa-core';
import fc from 'fast-check';
import { CHEMISTRY_COMPONENTS } from './chemistry-components.ts';
import { isomersOf } from './fixtures/isomer-list.ts';
import { anyMolecule } from './fixtures/random-molecule.ts';

describe.each(CHEMISTRY_COMPONENTS.map((component) => [component.name, component] as const))(
  'the component %s',
  (_, component) => {
    it('says what it costs and where its scores usually lie', () => {
      expect(component).toMatchObject({ costClass: 'external', usualRange: expect.any(Function) });
    });

    it.each(['C4H8O2', 'C6H6'] as const)(
      'keeps its promises on every isomer of %s, within its usual range',
      (formula) => {
        const isomers = isomersOf(formula);
        expect(scoringFaults(component, isomers)).toEqual([]);
        const { low, high } = component.usualRange!(6);
        for (const graph of isomers) {
          expect(component.score(graph)).toBeGreaterThanOrEqual(low);
          expect(component.score(graph)).toBeLessThanOrEqual(high);
        }
      },
    );

    it('keeps them on molecules of all elements', () => {
      fc.assert(
        fc.property(anyMolecule(20), ({ graph }) => {
          expect(scoringFaults(component, [graph])).toEqual([]);
        }),
        { numRuns: 100 },
      );
    });
  },
);
