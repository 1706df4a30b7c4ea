import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { knownIsomerCount } from '../displacement/known-totals.ts';
import { molecularGraphOf } from '../displacement/labelled-isomer.ts';
import { canonicalKekuleSmiles } from '../molecule/smiles-writer.ts';
import { refusalOf } from '../testing/refusal.ts';
import { advance } from './advance.ts';
import { Annealer } from './annealer.ts';
import { type Annealing, prepareAnnealing } from './annealing.ts';
import { type Checkpoint, startCheckpoint } from './checkpoint.ts';
import type { Configuration } from './configuration.ts';
import { Discovery } from './discovery.ts';
import { type DiscoveryState, discoveredIsomers, startDiscovery } from './discovery-state.ts';

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

interface Position {
  readonly checkpoint: Checkpoint;
  readonly state: DiscoveryState;
}

function startOf(annealing: Annealing, capacity: number): Position {
  return { checkpoint: startCheckpoint(annealing), state: startDiscovery(annealing, { capacity }) };
}

function goOn(annealing: Annealing, { checkpoint, state }: Position, steps: number, every = 1000): Position {
  const annealer = new Annealer(annealing, checkpoint);
  const discovery = new Discovery(annealing, state);
  annealer.run(steps, annealer.createRecorder(every), discovery);
  return { checkpoint: annealer.checkpoint(), state: discovery.state() };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, x) => total + x, 0);

const PRESETS: Configuration[] = [
  { formula: 'C6H14', steps_per_cycle: 300, num_cycles: 1 },
  { formula: 'C10H16', steps_per_cycle: 300, num_cycles: 1, optimization_mode: 'MAXIMIZE' },
  { formula: 'C9H8O4', steps_per_cycle: 300, num_cycles: 1, seed: 5, cooling_schedule_k: 0 },
  { formula: 'C2H4Cl2', steps_per_cycle: 300, num_cycles: 1, proposal: 'atoms' },
  { formula: 'CH4', steps_per_cycle: 300, num_cycles: 1 },
];
/** Where a cycle begins, the run stands for a moment at a molecule that no step ends at. */
const RESTARTED: Configuration[] = [
  { formula: 'C10H22', steps_per_cycle: 50, num_cycles: 6, restart: 'random' },
  { formula: 'C10H16', steps_per_cycle: 30, num_cycles: 10, restart: 'best', reheat: true },
];
const anyPreset = fc.constantFrom(...PRESETS);
const anyCapacity = fc.constantFrom(1, 3, 20, 10_000);

describe('a discovery', () => {
  test('is the same however the run is cut into slices and recorded, and through JSON between them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PRESETS, ...RESTARTED),
        anyCapacity,
        fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 6 }),
        fc.constantFrom(1, 7, 1000),
        (preset, capacity, slices, every) => {
          const annealing = prepareAnnealing(preset);
          const whole = goOn(annealing, startOf(annealing, capacity), 300);
          let position = startOf(annealing, capacity);
          for (const steps of [...slices, 300])
            position = throughJson(goOn(annealing, position, steps, every));
          expect(position).toEqual(throughJson(whole));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('changes nothing in the run', () => {
    for (const preset of [...PRESETS, ...RESTARTED]) {
      const annealing = prepareAnnealing(preset);
      const { checkpoint } = advance(annealing, startCheckpoint(annealing), 300);
      expect(goOn(annealing, startOf(annealing, 10), 300).checkpoint).toEqual(checkpoint);
    }
  });

  test('tells what recording every step tells, as far as there is room', () => {
    fc.assert(
      fc.property(anyPreset, anyCapacity, (preset, capacity) => {
        const annealing = prepareAnnealing(preset);
        const start = startCheckpoint(annealing);
        const smilesOf = (isomer: Checkpoint['current']) =>
          canonicalKekuleSmiles(molecularGraphOf(annealing.elements, isomer));
        const { records } = advance(annealing, start, 300);
        const { energy } = discoveredIsomers(goOn(annealing, startOf(annealing, 1), 0).state)[0]!;
        const met = new Map([[smilesOf(start.current), { energy, firstStep: 0, visits: 0 }]]);
        records.step.forEach((step, i) => {
          const smiles = smilesOf(records.molecules[records.current[i]!]!);
          const known = met.get(smiles) ?? {
            energy: records.current_energy[i]!,
            firstStep: step,
            visits: 0,
          };
          met.set(smiles, { ...known, visits: known.visits + 1 });
        });
        const wanted = [...met].map(([smiles, rest]) => ({ smiles, ...rest }));
        const { state } = goOn(annealing, startOf(annealing, capacity), 300);
        expect(discoveredIsomers(state).map(({ code: _, ...rest }) => rest)).toEqual(
          wanted.slice(0, capacity),
        );
        expect(state.visits_elsewhere).toBe(sum(wanted.slice(capacity).map(({ visits }) => visits)));
        expect(sum(state.visits) + state.visits_elsewhere).toBe(300);
      }),
      { numRuns: 25 },
    );
  });

  test('of a run over C6H14 has all five isomers, and their lowest score is the best of the run', () => {
    const annealing = prepareAnnealing({ formula: 'C6H14' });
    const { state } = goOn(annealing, startOf(annealing, 100), 2000);
    const isomers = discoveredIsomers(state);
    expect(isomers).toHaveLength(knownIsomerCount('C6H14')!);
    expect(isomers.map(({ energy }) => energy).sort()).toEqual([28, 29, 31, 32, 35]);
    expect(state.visits_elsewhere).toBe(0);
  });

  test('may begin in the middle of a run', () => {
    const annealing = prepareAnnealing({ formula: 'C8H18' });
    const { checkpoint } = advance(annealing, startCheckpoint(annealing), 500);
    const { state } = goOn(
      annealing,
      { checkpoint, state: startDiscovery(annealing, { fromStep: 500 }) },
      100,
    );
    expect([state.from_step, state.step, state.first_steps[0]]).toEqual([500, 600, 500]);
    expect(sum(state.visits)).toBe(100);
  });

  test('that has been given out changes no more', () => {
    const annealing = prepareAnnealing({ formula: 'C8H18' });
    const annealer = new Annealer(annealing, startCheckpoint(annealing));
    const discovery = new Discovery(annealing);
    annealer.run(100, annealer.createRecorder(), discovery);
    const state = discovery.state();
    const before = throughJson(state);
    annealer.run(100, annealer.createRecorder(), discovery);
    expect(state).toEqual(before);
    expect(discovery.state().step).toBe(200);
  });

  test('is refused where it does not belong', () => {
    const annealing = prepareAnnealing({ formula: 'C8H18' });
    const other = prepareAnnealing({ formula: 'C8H18', seed: 1 });
    const later = advance(annealing, startCheckpoint(annealing), 10).checkpoint;
    const state = startDiscovery(annealing);
    expect(refusalOf(() => new Discovery(other, state))?.code).toBe('checkpoint_foreign');
    const skipped = refusalOf(() => goOn(annealing, { checkpoint: later, state }, 1));
    expect(skipped?.code).toBe('checkpoint_invalid');
    expect(skipped?.message).toMatch('up to step 0, and the run stands at step 10');
    for (const capacity of [0, -1, 1.5, Number.NaN]) {
      expect(() => startDiscovery(annealing, { capacity })).toThrow(RangeError);
    }
  });
});
