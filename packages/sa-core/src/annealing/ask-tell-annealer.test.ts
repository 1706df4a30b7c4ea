import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bondsOf, type MolecularGraph } from '../molecule/molecular-graph.ts';
import { hosoyaIndex } from '../scoring/hosoya-index.ts';
import { wienerIndexOf } from '../scoring/wiener-index.ts';
import { refusalOf } from '../testing/refusal.ts';
import { anneal } from './anneal.ts';
import type { AnnealingStep } from './annealing-step.ts';
import { AskTellAnnealer, type AskTellCheckpoint } from './ask-tell-annealer.ts';
import type { Configuration } from './configuration.ts';

const SCORE = { name: 'told', version: 3, resolution: 0.25 };
const scoreOf = (graph: MolecularGraph) => wienerIndexOf(graph) / 4 + hosoyaIndex.score(graph);

/** All steps of a run that is told the scores, and how many it asked for. */
function tellAll(run: AskTellAnnealer, score = scoreOf): { steps: AnnealingStep[]; asked: number } {
  const steps: AnnealingStep[] = [];
  for (let asked = 0; ; ) {
    const proposed = run.propose();
    if (proposed.kind === 'complete') return { steps, asked };
    if (proposed.kind === 'step') steps.push(proposed.step);
    else {
      asked++;
      const step = run.tell(score(proposed.molecule));
      // A restart at a new molecule asks for two scores in one step.
      if (step) expect(step.step).toBe(proposed.step);
      if (step) steps.push(step);
    }
  }
}

function annealed(configuration: Configuration): AnnealingStep[] {
  const component = { ...SCORE, description: 'd', unit: '1', score: scoreOf };
  return [...anneal({ ...configuration, component_weights: { told: 1 } }, { components: [component] })];
}

describe('a run that is told its scores', () => {
  test('is the run of anneal, bit for bit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('CH4', 'C6H14', 'C6H6', 'C4H8O2', 'C5H9NO', 'C8H10'),
        fc.record({
          seed: fc.maxSafeInteger(),
          initial_temp: fc.constantFrom(0.1, 5, 100),
          min_temp: fc.constantFrom(null, 0),
          optimization_mode: fc.constantFrom('MINIMIZE' as const, 'MAXIMIZE' as const),
          proposal: fc.constantFrom('bonds' as const, 'atoms' as const),
          reheat: fc.boolean(),
        }),
        (formula, parameters) => {
          const configuration = { formula, steps_per_cycle: 40, num_cycles: 2, ...parameters };
          const { steps } = tellAll(new AskTellAnnealer(configuration, SCORE));
          expect(steps).toEqual(annealed(configuration));
        },
      ),
      { numRuns: 12, seed: 1996 },
    );
  });

  test.each<Partial<Configuration>>([
    { schedule: 'automatic' },
    { restart: 'random', schedule: 'geometric' },
    { restart: 'best', stop_after_steps_without_improvement: 30 },
    { component_targets: { told: 30 } },
    { filters: ['no-cumulenes'] },
  ])('is the run of anneal with %j, too', (options) => {
    const configuration = { formula: 'C6H10', steps_per_cycle: 40, num_cycles: 4, seed: 3, ...options };
    const { steps } = tellAll(new AskTellAnnealer(configuration, SCORE));
    expect(steps).toEqual(annealed(configuration));
  });

  test('asks for no score that it has no use for', () => {
    const { steps, asked } = tellAll(new AskTellAnnealer({ formula: 'C6H10', seed: 4 }, SCORE));
    const judged = steps.filter(({ outcome }) => outcome === 'accepted' || outcome === 'rejected');
    expect(asked).toBeLessThanOrEqual(judged.length + 1);
    expect(asked).toBeGreaterThan(judged.length / 2);
  });

  test('goes on from a checkpoint taken at any time, through JSON', () => {
    const configuration = { formula: 'C5H8O', steps_per_cycle: 60, num_cycles: 1, seed: 11 };
    let run = new AskTellAnnealer(configuration, SCORE);
    const resume = () => {
      const stored = JSON.stringify(run.checkpoint());
      run = new AskTellAnnealer(run.configuration!, SCORE, JSON.parse(stored) as AskTellCheckpoint);
    };
    const steps: AnnealingStep[] = [];
    for (;;) {
      resume();
      let proposed = run.propose();
      resume();
      if (proposed.kind === 'molecule') proposed = run.propose();
      if (proposed.kind === 'complete') break;
      const step = proposed.kind === 'step' ? proposed.step : run.tell(scoreOf(proposed.molecule));
      if (step) steps.push(step);
    }
    expect(steps).toEqual(annealed(configuration));
  });

  test('proposes a molecule again until its score is told, and lets it be changed', () => {
    const run = new AskTellAnnealer({ formula: 'C6H14', initial: 'chain' }, SCORE);
    const first = run.propose();
    expect(first).toMatchObject({ kind: 'molecule', step: 0 });
    expect(run.propose()).toEqual(first);
    expect(bondsOf((first as { molecule: MolecularGraph }).molecule)).toHaveLength(5);
    expect(run.tell(1)).toBeUndefined();
  });

  test('goes by the score alone, and says so in its configuration', () => {
    const run = new AskTellAnnealer({ formula: 'C6H14', component_weights: { wiener_index: 2 } }, SCORE);
    expect(run.configuration).toMatchObject({
      component_weights: { told: 1 },
      component_versions: { told: 3 },
      min_temp: 0.125,
    });
  });
});

describe('a run that is told its scores refuses', () => {
  const configuration = { formula: 'C6H14', seed: 1 };

  test('a wrong configuration or score at once', () => {
    expect(refusalOf(() => new AskTellAnnealer({ formula: 'C6H13' }, SCORE))?.code).toBe(
      'formula_hydrogen_parity',
    );
    const flat = { name: 'flat', resolution: 0 };
    expect(refusalOf(() => new AskTellAnnealer(configuration, flat))?.code).toBe('component_invalid');
  });

  test('a checkpoint of another run, or a damaged one', () => {
    const run = new AskTellAnnealer(configuration, SCORE);
    const stored = run.checkpoint();
    const resume = (other: Configuration, checkpoint: AskTellCheckpoint) => () =>
      new AskTellAnnealer(other, SCORE, checkpoint);
    expect(refusalOf(resume({ ...configuration, seed: 2 }, stored))?.code).toBe('checkpoint_foreign');
    const damaged = { ...stored, scores: { '0,1,1': Number.NaN } };
    expect(refusalOf(resume(configuration, damaged))?.code).toBe('checkpoint_invalid');
  });

  test('a score that is no number, or that it did not ask for', () => {
    const run = new AskTellAnnealer(configuration, SCORE);
    expect(refusalOf(() => run.tell(Number.NaN))?.code).toBe('component_invalid');
    run.tell(30);
    expect(refusalOf(() => run.tell(30))?.code).toBe('score_unasked');
  });
});
