import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { advance } from '../advance.ts';
import { prepareAnnealing } from '../annealing.ts';
import { type Checkpoint, startCheckpoint } from '../checkpoint.ts';
import type { Configuration } from '../configuration.ts';
import { createStopRules } from './create-stop-rules.ts';

const RULES: [string, Partial<Configuration>][] = [
  ['stop_at_score', { stop_at_score: 100 }],
  ['stop_at_score, reached at the start', { stop_at_score: 1e9 }],
  ['stop_at_score, never reached', { stop_at_score: 0 }],
  ['stop_after_steps_without_improvement', { stop_after_steps_without_improvement: 40 }],
  ['stop_after_steps_without_improvement 1', { stop_after_steps_without_improvement: 1 }],
  ['both', { stop_at_score: 95, stop_after_steps_without_improvement: 60 }],
];
const RUNS: Configuration[] = [
  { formula: 'C10H16', steps_per_cycle: 100, num_cycles: 3 },
  { formula: 'C10H22', steps_per_cycle: 100, num_cycles: 3, seed: 4, restart: 'random' },
  { formula: 'C10H16', steps_per_cycle: 60, num_cycles: 5, optimization_mode: 'MAXIMIZE', restart: 'best' },
  { formula: 'CH4', steps_per_cycle: 100, num_cycles: 3 },
];

/** Where the run has to end by the words of the rules, read off a run without them. */
function expectedEnd(configuration: Configuration, rules: Partial<Configuration>): number {
  const annealing = prepareAnnealing(configuration);
  const { records } = advance(annealing, startCheckpoint(annealing), 300);
  const { stop_at_score, stop_after_steps_without_improvement } = rules;
  const { sign } = annealing;
  const start = startCheckpoint(annealing).best;
  let best = JSON.stringify(start);
  let bestStep = 0;
  for (const [i, step] of records.step.entries()) {
    const energy = records.best_energy[i]!;
    const molecule = JSON.stringify(records.molecules[records.best[i]!]);
    if (molecule !== best) [best, bestStep] = [molecule, step];
    if (stop_at_score !== undefined && sign * energy <= sign * stop_at_score!) return step;
    if (step - bestStep === stop_after_steps_without_improvement) return step;
  }
  return 300;
}

describe.each(RULES)('the stop rule %s', (_, rules) => {
  test('ends a run where it says, and changes nothing up to there', () => {
    for (const run of RUNS) {
      const [annealing, without] = [prepareAnnealing({ ...run, ...rules }), prepareAnnealing(run)];
      const end = expectedEnd(run, rules);
      const ended = advance(annealing, startCheckpoint(annealing), 300);
      const whole = advance(without, startCheckpoint(without), end);
      expect([ended.checkpoint.step, ended.isComplete]).toEqual([end, true]);
      expect(ended.records).toEqual(whole.records);
      const { configuration_hash: _, best_step, ...position } = ended.checkpoint;
      expect(whole.checkpoint).toMatchObject(position);
      expect(best_step! <= end).toBe(true);
    }
  });

  test('ends it at the same step however it is cut, and nothing comes after', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RUNS),
        fc.array(fc.integer({ min: 0, max: 70 }), { maxLength: 8 }),
        fc.constantFrom(1, 7, 500),
        (run, slices, every) => {
          const annealing = prepareAnnealing({ ...run, ...rules });
          const whole = advance(annealing, startCheckpoint(annealing), 300, every);
          let checkpoint: Checkpoint = startCheckpoint(annealing);
          const steps: number[] = [];
          for (const length of [...slices, 300, 10]) {
            const slice = advance(annealing, JSON.parse(JSON.stringify(checkpoint)), length, every);
            checkpoint = slice.checkpoint;
            steps.push(...slice.records.step);
            expect(slice.isComplete).toBe(checkpoint.step === whole.checkpoint.step);
          }
          expect(checkpoint).toEqual(whole.checkpoint);
          expect(steps).toEqual(whole.records.step);
          expect(steps.at(-1)).toBe(checkpoint.step);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('never ends a run before its best was met, nor earlier for a best that was met later', () => {
    const annealing = prepareAnnealing({ formula: 'C10H16', ...rules });
    const energy = fc.double({ min: 50, max: 200, noNaN: true });
    const step = fc.nat(1000);
    for (const rule of createStopRules(annealing.configuration, 1)) {
      fc.assert(
        fc.property(energy, step, step, (bestEnergy, bestStep, later) => {
          const end = rule.lastStep({ bestEnergy, bestStep });
          expect(end).toBeGreaterThanOrEqual(bestStep);
          expect(rule.lastStep({ bestEnergy, bestStep: bestStep + later })).toBeGreaterThanOrEqual(end);
        }),
      );
    }
  });
});

test('a run without stop rules has none', () => {
  expect(prepareAnnealing({ formula: 'C6H14' }).stopRules).toEqual([]);
});
