import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { molecularGraphOf } from '../displacement/labelled-isomer.ts';
import { hasValidValences } from '../molecule/molecular-graph.ts';
import { energyOf } from '../scoring/objective.ts';
import type { ScoringComponent } from '../scoring/scoring-component.ts';
import { wienerIndexOf } from '../scoring/wiener-index.ts';
import { formulaOf, isOnePiece, keyOf } from '../testing/molecules.ts';
import { refusalOf } from '../testing/refusal.ts';
import { advance } from './advance.ts';
import { Annealer } from './annealer.ts';
import { type Annealing, prepareAnnealing } from './annealing.ts';
import { type Checkpoint, startCheckpoint } from './checkpoint.ts';
import type { Configuration } from './configuration.ts';
import { configurationHash } from './configuration-hash.ts';
import { temperatureAt } from './schedule/create-schedule.ts';
import { STEP_OUTCOMES, type StepRecords } from './step-records.ts';

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Records as rows that stand for themselves: molecules in full instead of indices into the slice's list. */
function rowsOf(records: StepRecords): unknown[] {
  const { molecules, component_scores, current, best, ...columns } = records;
  return records.step.map((_, i) => ({
    ...Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[i]])),
    component_scores: component_scores.map((column) => column[i]),
    current: molecules[current[i]!],
    best: molecules[best[i]!],
  }));
}

const ends: ScoringComponent = {
  name: 'ends',
  version: 1,
  description: 'how many atoms have one neighbour',
  unit: '1',
  resolution: 0.5,
  score: ({ degrees }) => degrees.filter((degree) => degree === 1).length / 2,
};

const PRESETS: Configuration[] = [
  { formula: 'C10H16', steps_per_cycle: 100, num_cycles: 4 },
  { formula: 'C6H14', steps_per_cycle: 100, num_cycles: 4, proposal: 'atoms', optimization_mode: 'MAXIMIZE' },
  { formula: 'C9H8O4', steps_per_cycle: 100, num_cycles: 4, reheat: true, seed: -12, initial_temp: 20 },
  {
    formula: 'C6H6',
    steps_per_cycle: 400,
    num_cycles: 1,
    initial: 'c1ccccc1',
    component_weights: { wiener_index: 1, ends: 3 },
  },
  { formula: 'C40H82', steps_per_cycle: 50, num_cycles: 8, initial: 'chain' },
  { formula: 'CH4', steps_per_cycle: 400, num_cycles: 1 },
  { formula: 'C6H10', steps_per_cycle: 100, num_cycles: 4, proposal: 'fixed-hydrogens', hastings: true },
  {
    formula: 'C4H8O2',
    steps_per_cycle: 100,
    num_cycles: 4,
    filters: ['no-four-membered-rings', 'no-peroxides'],
  },
  { formula: 'C8', steps_per_cycle: 400, num_cycles: 1, min_temp: 0 },
];
/** Where cycles begin at another molecule than the last one ended at. */
const RESTARTED: Configuration[] = [
  {
    formula: 'C10H22',
    steps_per_cycle: 50,
    num_cycles: 8,
    restart: 'random',
    schedule: 'geometric',
    reheat: true,
  },
  { formula: 'C10H16', steps_per_cycle: 40, num_cycles: 10, restart: 'best', schedule: 'automatic' },
];
const prepare = (preset: Configuration) => prepareAnnealing(preset, [ends]);

describe('advance', () => {
  test('gives the same run however it is cut into slices, and through JSON between them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PRESETS, ...RESTARTED),
        fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 8 }),
        fc.constantFrom(1, 3, 100),
        (preset, slices, every) => {
          const annealing = prepare(preset);
          const whole = advance(annealing, startCheckpoint(annealing), 400, every);
          let checkpoint = startCheckpoint(annealing);
          const rows: unknown[] = [];
          for (const steps of [...slices, 400]) {
            const slice = advance(
              prepare(throughJson(annealing.configuration)),
              throughJson(checkpoint),
              steps,
              every,
            );
            const from = checkpoint.step;
            checkpoint = slice.checkpoint;
            expect(checkpoint.step).toBe(Math.min(400, from + steps));
            rows.push(...rowsOf(slice.records));
          }
          expect(checkpoint).toEqual(whole.checkpoint);
          expect(rows).toEqual(rowsOf(whole.records));
        },
      ),
      { numRuns: 20 },
    );
  });

  test('leaves the checkpoint that it was given as it is', () => {
    const annealing = prepare(PRESETS[0]!);
    const checkpoint = advance(annealing, startCheckpoint(annealing), 50).checkpoint;
    const text = JSON.stringify(checkpoint);
    const first = advance(annealing, checkpoint, 200);
    expect(JSON.stringify(checkpoint)).toBe(text);
    expect(advance(annealing, checkpoint, 200)).toEqual(first);
  });

  test('stops at the end of the run, and goes no further from there', () => {
    const annealing = prepare(PRESETS[0]!);
    const end = advance(annealing, startCheckpoint(annealing), Number.POSITIVE_INFINITY);
    expect([end.checkpoint.step, end.records.step.length]).toEqual([400, 400]);
    const beyond = advance(annealing, end.checkpoint, 10);
    expect([beyond.checkpoint, beyond.records.step]).toEqual([end.checkpoint, []]);
  });

  test('records the steps divisible by `every`, and the last of the run', () => {
    const annealing = prepare({ formula: 'C6H14', steps_per_cycle: 25, num_cycles: 1 });
    const start = startCheckpoint(annealing);
    expect(advance(annealing, start, 100, 10).records.step).toEqual([10, 20, 25]);
    expect(advance(annealing, start, 14, 10).records.step).toEqual([10]);
    expect(advance(annealing, start, 5, 10).records.step).toEqual([]);
    expect(advance(annealing, start, 100, 1000).records.step).toEqual([25]);
    expect(advance(annealing, start, 100).records.step).toHaveLength(25);
  });
});

describe.each(PRESETS.map((preset) => [preset.formula, preset] as const))(
  'every record of a run of %s',
  (formula, preset) => {
    const annealing = prepare(preset);
    const { records } = advance(annealing, startCheckpoint(annealing), 400);
    const sign = preset.optimization_mode === 'MAXIMIZE' ? -1 : 1;
    const start = startCheckpoint(annealing);
    const energyAt = (i: number) => {
      const graph = molecularGraphOf(annealing.elements, records.molecules[i]!);
      return energyOf(annealing.objective, graph, new Float64Array(2));
    };

    test('has counters that add up to the step, one of which has grown: that of its outcome', () => {
      const counters = [
        records.invalid_moves,
        records.disconnected_moves,
        records.rejected_moves,
        records.accepted_moves,
      ];
      records.step.forEach((step, i) => {
        const now = counters.map((column) => column[i]!);
        const before = counters.map((column) => (i === 0 ? 0 : column[i - 1]!));
        expect(step).toBe(i + 1);
        expect(now.reduce((a, b) => a + b)).toBe(step);
        const grown = now.map((count, k) => count - before[k]!);
        expect(grown).toEqual([1, 2, 3, 4].map((outcome) => Number(outcome === records.outcome[i])));
      });
    });

    test('shows a molecule of the formula with the energy that stands beside it', () => {
      expect(records.molecules.length).toBeGreaterThan(0);
      for (const isomer of records.molecules) {
        const graph = molecularGraphOf(annealing.elements, isomer);
        expect([hasValidValences(graph), isOnePiece(graph), formulaOf(graph)]).toEqual([true, true, formula]);
      }
      records.step.forEach((_, i) => {
        expect(records.current_energy[i]).toBe(energyAt(records.current[i]!));
        expect(records.best_energy[i]).toBe(energyAt(records.best[i]!));
        const weighted = annealing.objective.weights.reduce(
          (sum, w, c) => sum + w * records.component_scores[c]![i]!,
          0,
        );
        expect(weighted).toBe(records.current_energy[i]);
      });
    });

    test('changes the molecule if and only if the step was accepted', () => {
      let before = keyOf(molecularGraphOf(annealing.elements, start.current));
      records.step.forEach((_, i) => {
        const now = keyOf(molecularGraphOf(annealing.elements, records.molecules[records.current[i]!]!));
        expect(now !== before).toBe(STEP_OUTCOMES[records.outcome[i]!] === 'accepted');
        before = now;
      });
    });

    test('has the best energy met so far, which never gets worse, and the first molecule that had it', () => {
      let best = energyOf(
        annealing.objective,
        molecularGraphOf(annealing.elements, start.best),
        new Float64Array(2),
      );
      let molecule = start.best;
      records.step.forEach((_, i) => {
        if (sign * (records.current_energy[i]! - best) < 0) {
          best = records.current_energy[i]!;
          molecule = records.molecules[records.current[i]!]!;
        }
        expect(records.best_energy[i]).toBe(best);
        expect(records.molecules[records.best[i]!]).toEqual(molecule);
      });
    });
  },
);

describe('acceptance', () => {
  const outcomes = (configuration: Configuration): Checkpoint => {
    const annealing = prepareAnnealing(configuration);
    return advance(annealing, startCheckpoint(annealing), Number.POSITIVE_INFINITY, 1e9).checkpoint;
  };

  test('at kT = infinity rejects nothing', () => {
    const end = outcomes({ formula: 'C8H18', initial_temp: 1e300, cooling_schedule_k: 0 });
    expect([end.rejected_moves, end.accepted_moves > 500]).toEqual([0, true]);
  });

  test('at kT = 0 never goes uphill', () => {
    const annealing = prepareAnnealing({
      formula: 'C10H16',
      initial_temp: 1,
      cooling_schedule_k: 1e9,
      min_temp: 0,
    });
    const { records } = advance(annealing, startCheckpoint(annealing), 2000);
    for (let i = 2; i < 2000; i++)
      expect(records.current_energy[i]).toBeLessThanOrEqual(records.current_energy[i - 1]!);
  });

  test('accepts uphill by dE in the share exp(-dE/kT) of the proposals that offer it', () => {
    // C4H10 has two isomers, of the Wiener indices 9 and 10: every change from the lower to the higher is uphill by 1.
    const visits = (initial_temp: number) => {
      const annealing = prepareAnnealing({
        formula: 'C4H10',
        initial_temp,
        cooling_schedule_k: 0,
        steps_per_cycle: 200_000,
        num_cycles: 1,
      });
      const { records } = advance(annealing, startCheckpoint(annealing), 200_000, 10);
      return records.current_energy.filter((energy) => energy === 10).length / records.current_energy.length;
    };
    // Equilibrium by Boltzmann with the published weights of n-butane, 0.818, and isobutane, 0.182.
    for (const kT of [0.5, 1, 2, 1e9]) {
      const weight = 0.8181818182 * Math.exp(-1 / kT);
      expect(Math.abs(visits(kT) - weight / (weight + 0.1818181818))).toBeLessThan(0.015);
    }
  });

  test('MAXIMIZE turns the differences alone: energies stay what they are', () => {
    const annealing = prepareAnnealing({ formula: 'C6H14', optimization_mode: 'MAXIMIZE' });
    const { records } = advance(annealing, startCheckpoint(annealing), 2000);
    expect(records.best_energy.at(-1)).toBe(35);
    expect(records.current_energy.every((energy) => energy >= 28 && energy <= 35)).toBe(true);
  });

  test('uses the temperature of the schedule at each step', () => {
    // With reheating the first steps of each cycle are hot, so there are uphill moves in each of them.
    const annealing = prepareAnnealing({
      formula: 'C10H22',
      reheat: true,
      steps_per_cycle: 200,
      num_cycles: 3,
    });
    const { records } = advance(annealing, startCheckpoint(annealing), 600);
    for (const cycle of [0, 1, 2]) {
      const uphill = records.step.filter(
        (step, i) =>
          i > 0 &&
          Math.ceil(step / 200) === cycle + 1 &&
          records.current_energy[i]! > records.current_energy[i - 1]! + 3,
      );
      expect(uphill.length).toBeGreaterThan(2);
      for (const step of uphill)
        expect(temperatureAt(annealing.configuration, step - 1)).toBeGreaterThan(0.5);
    }
  });
});

describe('filters and targets', () => {
  test('a run with filters shows no molecule that breaks them, and counts such proposals as invalid', () => {
    const plain = { formula: 'C6H6', initial: 'c1ccccc1', initial_temp: 1e9, cooling_schedule_k: 0 };
    const filters = ['no-cumulenes', 'no-double-bonds-in-small-rings', 'no-three-membered-rings'];
    const [free, filtered] = [plain, { ...plain, filters }].map((configuration) => {
      const annealing = prepareAnnealing(configuration);
      return { annealing, ...advance(annealing, startCheckpoint(annealing), 2000) };
    });
    const { annealing, records } = filtered!;
    for (const isomer of records.molecules) {
      const graph = molecularGraphOf(annealing.elements, isomer);
      expect(annealing.rules.map((rule) => rule.countIn(graph))).toEqual([0, 0, 0]);
    }
    expect(records.molecules.length).toBeGreaterThan(10);
    expect(records.rejected_moves.at(-1)).toBe(0);
    expect(records.invalid_moves.at(-1)).toBeGreaterThan(2 * free!.records.invalid_moves.at(-1)!);
  });

  test('a run aimed at a value finds a molecule that has it', () => {
    const annealing = prepareAnnealing({ formula: 'C10H16', component_targets: { wiener_index: 120 } });
    const { records, checkpoint } = advance(annealing, startCheckpoint(annealing), 2000, 2000);
    expect(records.best_energy).toEqual([0]);
    expect(wienerIndexOf(molecularGraphOf(annealing.elements, checkpoint.best))).toBe(120);
  });
});

describe("a user's own component", () => {
  test('is annealed like any other', () => {
    const configuration = {
      formula: 'C5H12',
      component_weights: { ends: 1 },
      optimization_mode: 'MAXIMIZE',
    } as const;
    const annealing = prepareAnnealing(configuration, [ends]);
    const { records, checkpoint } = advance(annealing, startCheckpoint(annealing), 2000, 2000);
    // Neopentane has four ends, and the Wiener index 16.
    expect(records.best_energy).toEqual([2]);
    expect(wienerIndexOf(molecularGraphOf(annealing.elements, checkpoint.best))).toBe(16);
  });

  test('that gives NaN stops the run with its name', () => {
    const broken: ScoringComponent = {
      ...ends,
      name: 'broken',
      score: (graph) => (wienerIndexOf(graph) === 28 ? Number.NaN : wienerIndexOf(graph)),
    };
    const annealing = prepareAnnealing(
      { formula: 'C6H14', initial: 'chain', component_weights: { broken: 1 } },
      [broken],
    );
    const error = refusalOf(() => advance(annealing, startCheckpoint(annealing), 2000));
    expect([error?.code, error?.message]).toEqual([
      'component_invalid',
      expect.stringMatching(/"broken" gave NaN/),
    ]);
  });
});

describe('an annealer', () => {
  test('records on request the start of a run as step 0, and later the last step that it made', () => {
    const annealing = prepareAnnealing({ formula: 'C6H14', initial: 'chain' });
    const annealer = new Annealer(annealing, startCheckpoint(annealing));
    const recorder = annealer.createRecorder(1000);
    annealer.record(recorder);
    annealer.run(3, recorder);
    expect(recorder.records.step).toEqual([0]);
    annealer.record(recorder);
    expect(recorder.records.step).toEqual([0, 3]);
    expect(recorder.records.outcome[0]).toBe(STEP_OUTCOMES.indexOf('start'));
    expect([recorder.records.current_energy[0], recorder.records.best_energy[0]]).toEqual([35, 35]);
    const third = advance(annealing, startCheckpoint(annealing), 3).records;
    expect(rowsOf(recorder.records)[1]).toEqual(rowsOf(third)[2]);
    expect([annealer.step, annealer.isComplete]).toEqual([3, false]);
    annealer.run(1e9, recorder);
    expect([annealer.step, annealer.isComplete]).toEqual([2000, true]);
  });

  test('that was resumed records no step before it has made one, as it cannot know how the last one came out', () => {
    const annealing = prepareAnnealing({ formula: 'C6H14' });
    const annealer = new Annealer(annealing, advance(annealing, startCheckpoint(annealing), 10).checkpoint);
    const recorder = annealer.createRecorder();
    annealer.record(recorder);
    expect(recorder.records.step).toEqual([]);
    annealer.run(1, recorder);
    expect(recorder.records.step).toEqual([11]);
  });

  test('shares nothing with another one of the same run', () => {
    const annealing: Annealing = prepareAnnealing({ formula: 'C10H16', proposal: 'atoms' });
    const [a, b] = [
      new Annealer(annealing, startCheckpoint(annealing)),
      new Annealer(annealing, startCheckpoint(annealing)),
    ];
    for (let i = 0; i < 20; i++) {
      a.run(37, a.createRecorder());
      b.run(37, b.createRecorder());
    }
    expect(b.checkpoint()).toEqual(a.checkpoint());
    expect(a.checkpoint()).toEqual(advance(annealing, startCheckpoint(annealing), 740).checkpoint);
    expect(a.checkpoint().configuration_hash).toBe(configurationHash(annealing.configuration));
  });
});
