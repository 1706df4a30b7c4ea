import { describe, expect, test } from '@jest/globals';
import { canonicalKekuleSmiles } from '../molecule/smiles-writer.ts';
import type { ScoringComponent } from '../scoring/scoring-component.ts';
import { wienerIndexOf } from '../scoring/wiener-index.ts';
import { refusalOf } from '../testing/refusal.ts';
import { advance } from './advance.ts';
import { anneal } from './anneal.ts';
import { prepareAnnealing } from './annealing.ts';
import { startCheckpoint } from './checkpoint.ts';
import { temperatureAt } from './schedule/create-schedule.ts';
import { STEP_OUTCOMES } from './step-records.ts';

describe('anneal', () => {
  test('tells each step once, from 1 to the last, as advance computes it', () => {
    const configuration = { formula: 'C8H10', steps_per_cycle: 750, num_cycles: 3, reheat: true };
    const annealing = prepareAnnealing(configuration);
    const { records } = advance(annealing, startCheckpoint(annealing), 2250);
    let i = 0;
    for (const step of anneal(configuration)) {
      expect(step).toMatchObject({
        step: i + 1,
        kT: temperatureAt(annealing.configuration, i),
        outcome: STEP_OUTCOMES[records.outcome[i]!],
        currentEnergy: records.current_energy[i],
        bestEnergy: records.best_energy[i],
        componentScores: { wiener_index: records.current_energy[i] },
        acceptedMoves: records.accepted_moves[i],
        rejectedMoves: records.rejected_moves[i],
        invalidMoves: records.invalid_moves[i],
        disconnectedMoves: records.disconnected_moves[i],
      });
      if (i % 50 === 0) {
        expect(wienerIndexOf(step.current)).toBe(step.currentEnergy);
        expect(wienerIndexOf(step.best)).toBe(step.bestEnergy);
      }
      i++;
    }
    expect(i).toBe(2250);
  });

  test.each([1, 7, 5000])(
    'ends where a stop rule ends the run, telling every %s. step and the last',
    (every) => {
      const configuration = {
        formula: 'C10H16',
        steps_per_cycle: 1500,
        num_cycles: 2,
        stop_after_steps_without_improvement: 1100,
      };
      const annealing = prepareAnnealing(configuration);
      const { checkpoint } = advance(annealing, startCheckpoint(annealing), 3000);
      const steps = [...anneal(configuration, { every })].map(({ step }) => step);
      expect(checkpoint.step).toBeLessThan(3000);
      expect(steps.at(-1)).toBe(checkpoint.step);
      expect(steps.filter((step) => step % every !== 0 && step !== checkpoint.step)).toEqual([]);
    },
  );

  test('returns the last step', () => {
    const run = anneal({ formula: 'C6H14', steps_per_cycle: 1500, num_cycles: 1 });
    let last: unknown;
    for (;;) {
      const next = run.next();
      if (next.done) {
        expect(next.value).toBe(last);
        expect(next.value).toMatchObject({ step: 1500, bestEnergy: 28 });
        return;
      }
      last = next.value;
    }
  });

  test('tells only the steps divisible by `every`, and the last', () => {
    const run = anneal({ formula: 'C6H14', steps_per_cycle: 2500, num_cycles: 1 }, { every: 1200 });
    expect([...run].map(({ step }) => step)).toEqual([1200, 2400, 2500]);
  });

  test('can be left at any step, and the molecules told stay what they are', () => {
    const run = anneal({ formula: 'C10H22' });
    const first = run.next().value!;
    const smiles = canonicalKekuleSmiles(first.current);
    for (let i = 0; i < 500; i++) run.next();
    expect(canonicalKekuleSmiles(first.current)).toBe(smiles);
    expect(run.return(first)).toEqual({ done: true, value: first });
    expect(run.next().done).toBe(true);
  });

  test('weighs components that it is given', () => {
    const rings: ScoringComponent = {
      name: 'rings',
      version: 1,
      description: 'cycles',
      unit: '1',
      resolution: 1,
      score: ({ degrees }) => degrees.reduce((sum, degree) => sum + degree, 0) / 2 - degrees.length + 1,
    };
    const configuration = { formula: 'C6H6', component_weights: { rings: 1 } };
    const [last] = [...anneal(configuration, { components: [rings], every: 1e6 })];
    expect([last!.bestEnergy, last!.componentScores]).toEqual([0, { rings: last!.currentEnergy }]);
  });

  test('refuses a wrong configuration at the first step', () => {
    const run = anneal({ formula: 'C6H13' });
    expect(refusalOf(() => run.next())?.code).toBe('formula_hydrogen_parity');
  });
});
