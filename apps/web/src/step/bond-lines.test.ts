import { describe, expect, it } from '@jest/globals';
import { explainedStep } from '@webfaulon/protocol/explained-step';
import { advance, BUILT_IN_COMPONENTS, prepareAnnealing, startCheckpoint } from '@webfaulon/sa-core';
import { bondLines } from './bond-lines.ts';

const carbon = { element: 'C', heavy_atom: 0 };
const hydrogen = { element: 'H', heavy_atom: 0 };
const shift = { x1: carbon, y1: carbon, x2: carbon, y2: hydrogen, a11: 2, a12: 0, a21: 0, a22: 1 };

describe('the bond lines of a displacement', () => {
  it('are the equations with their numbers, and what becomes of each bond', () => {
    const lines = bondLines({ ...shift, after: { b11: 1, b12: 1, b21: 1, b22: 0 } }, 'hydrogen_shift');
    expect(lines.map(({ pair }) => pair)).toEqual(['x₁–y₁', 'x₁–y₂', 'x₂–y₁', 'x₂–y₂']);
    expect(lines.map(({ elements }) => elements)).toEqual(['C–C', 'C–H', 'C–C', 'C–H']);
    expect(lines.map(({ before }) => before)).toEqual(['a₁₁ = 2', 'a₁₂ = 0', 'a₂₁ = 0', 'a₂₂ = 1']);
    expect(lines.map(({ numbers }) => numbers)).toEqual([
      '2 − 1 = 1',
      '2 + 0 − 1 = 1',
      '2 + 0 − 1 = 1',
      '1 − 2 + 1 = 0',
    ]);
    expect(lines.map(({ change }) => change)).toEqual(['double becomes single', 'forms', 'forms', 'breaks']);
  });

  it.each(['bonds', 'atoms'] as const)('are true of every step of a run that proposes %s', (proposal) => {
    const configuration = {
      formula: 'C5H8O',
      proposal,
      initial_temp: 50,
      steps_per_cycle: 300,
      num_cycles: 1,
    };
    const annealing = prepareAnnealing(configuration, BUILT_IN_COMPONENTS);
    let checkpoint = startCheckpoint(annealing);
    let proposals = 0;
    while (checkpoint.step < annealing.totalSteps) {
      const { displacement, kind } = explainedStep(annealing, checkpoint);
      checkpoint = advance(annealing, checkpoint, 1, annealing.totalSteps).checkpoint;
      if (displacement === null || displacement.after === null) continue;
      proposals++;
      const { b11, b12, b21, b22 } = displacement.after;
      const results = bondLines(displacement, kind).map(({ numbers }) => {
        const [sum, result] = numbers!.replaceAll('−', '-').replaceAll(' ', '').split('=');
        const terms = sum!.match(/[+-]?\d+/g)!.map(Number);
        if (result !== undefined) expect(terms.reduce((total, term) => total + term, 0)).toBe(Number(result));
        return Number(result ?? sum);
      });
      expect(results).toEqual([b11, b12, b21, b22]);
    }
    expect(proposals).toBeGreaterThan(5);
  });

  it('have no result where there was no change to propose', () => {
    for (const { numbers, change } of bondLines({ ...shift, after: null }, 'four_atoms')) {
      expect(numbers).toBeNull();
      expect(change).toBe('');
    }
  });
});
