import { describe, expect, test } from '@jest/globals';
import { labelledIsomerOf, molecularGraphOf } from '../displacement/labelled-isomer.ts';
import { canonicalForm } from '../molecule/canonical-form.ts';
import { longestChain } from '../molecule/longest-chain.ts';
import { Random } from '../random.ts';
import { advance } from './advance.ts';
import { Annealer } from './annealer.ts';
import { type Annealing, prepareAnnealing } from './annealing.ts';
import { startCheckpoint } from './checkpoint.ts';
import type { Configuration } from './configuration.ts';
import { configurationHash } from './configuration-hash.ts';
import { Discovery } from './discovery.ts';
import { discoveredIsomers } from './discovery-state.ts';
import { randomMolecule } from './start-molecule.ts';

/** So cold that nothing is accepted but what is better: what moves between cycles is the restart alone. */
const COLD: Configuration = {
  formula: 'C10H22',
  steps_per_cycle: 25,
  num_cycles: 8,
  initial_temp: 1e-9,
  min_temp: 0,
  seed: 5,
};
const codeOf = ({ elements }: Annealing, isomer: Parameters<typeof molecularGraphOf>[1]) =>
  canonicalForm(molecularGraphOf(elements, isomer)).code;

/** The molecule right after each cycle's restart: what the first step of the cycle was proposed from. */
function cycleStarts(configuration: Configuration) {
  const annealing = prepareAnnealing(configuration);
  const { steps_per_cycle, num_cycles } = annealing.configuration;
  let checkpoint = startCheckpoint(annealing);
  return Array.from({ length: num_cycles - 1 }, () => {
    const end = advance(annealing, checkpoint, steps_per_cycle - (checkpoint.step % steps_per_cycle));
    const first = advance(annealing, end.checkpoint, 1);
    checkpoint = first.checkpoint;
    return { annealing, end: end.checkpoint, first: first.checkpoint };
  });
}

describe('restarts', () => {
  test('there are none by default: the cycles of a run without reheating only divide it', () => {
    const [cycles, one] = [COLD, { ...COLD, steps_per_cycle: 200, num_cycles: 1 }].map((configuration) => {
      const annealing = prepareAnnealing(configuration);
      return advance(annealing, startCheckpoint(annealing), 200).records;
    });
    expect(cycles).toEqual(one);
  });

  test('"best" goes back to the best molecule so far, and draws nothing', () => {
    const hot: Configuration = { ...COLD, schedule: 'constant', initial_temp: 1e9, restart: 'best' };
    for (const { annealing, end } of cycleStarts(hot)) {
      const moved = { ...end, current: end.best };
      const annealer = new Annealer(annealing, end);
      annealer.run(1, annealer.createRecorder());
      // The same step without the restart, from the best.
      const plain = prepareAnnealing({ ...hot, restart: 'none' });
      const wanted = advance(
        plain,
        { ...moved, configuration_hash: configurationHash(plain.configuration) },
        1,
      ).checkpoint;
      expect({
        ...annealer.checkpoint(),
        configuration_hash: configurationHash(plain.configuration),
      }).toEqual(wanted);
    }
  });

  test('"random" begins a cycle at a molecule drawn with the generator of the run', () => {
    for (const { annealing, end, first } of cycleStarts({ ...COLD, restart: 'random' })) {
      const random = new Random(end.generator);
      const molecule = randomMolecule(annealing.formula, random, []);
      const plain = prepareAnnealing(COLD);
      const step = advance(
        plain,
        {
          ...end,
          current: molecule,
          generator: random.state(),
          configuration_hash: configurationHash(plain.configuration),
        },
        1,
      ).checkpoint;
      expect(first.current).toEqual(step.current);
      expect(first.generator).toEqual(step.generator);
    }
  });

  test('keep the best of all cycles, also where a restart itself is better', () => {
    const annealing = prepareAnnealing({
      ...COLD,
      steps_per_cycle: 1,
      num_cycles: 200,
      restart: 'random',
      initial: 'chain',
      stop_after_steps_without_improvement: 200,
    });
    const { records, checkpoint } = advance(annealing, startCheckpoint(annealing), 200);
    let best = Number.POSITIVE_INFINITY;
    for (const [i, energy] of records.current_energy.entries()) {
      best = Math.min(best, energy);
      // A step that leaves a better restart behind may only have become better still.
      expect(records.best_energy[i]!).toBeLessThanOrEqual(best);
      best = records.best_energy[i]!;
    }
    expect(records.best_energy.indexOf(best) + 1).toBe(checkpoint.best_step);
    expect(codeOf(annealing, checkpoint.best)).toBe(
      codeOf(annealing, records.molecules[records.best.at(-1)!]!),
    );
  });

  test('show in the records, also where the step after one is rejected', () => {
    const annealing = prepareAnnealing({ ...COLD, restart: 'random' });
    const { records } = advance(annealing, startCheckpoint(annealing), 200);
    for (const [i, energy] of records.current_energy.entries()) {
      const graph = molecularGraphOf(annealing.elements, records.molecules[records.current[i]!]!);
      expect(annealing.objective.components[0]!.score(graph)).toBe(energy);
    }
  });

  test('are seen by a discovery, and its visits still add up', () => {
    const annealing = prepareAnnealing({ ...COLD, restart: 'random' });
    const annealer = new Annealer(annealing, startCheckpoint(annealing));
    const discovery = new Discovery(annealing);
    const recorder = annealer.createRecorder();
    annealer.run(200, recorder, discovery);
    const isomers = discoveredIsomers(discovery.state());
    expect(isomers.reduce((sum, { visits }) => sum + visits, 0)).toBe(200);
    const visits = new Map<string, number>();
    for (const i of recorder.records.current) {
      const code = codeOf(annealing, recorder.records.molecules[i]!);
      visits.set(code, (visits.get(code) ?? 0) + 1);
    }
    for (const { code, visits: counted } of isomers) expect(visits.get(code) ?? 0).toBe(counted);
    expect(new Set(isomers.map(({ firstStep }) => firstStep % 25)).has(0)).toBe(true);
  });

  test('change nothing where there is nothing to choose', () => {
    for (const restart of ['random', 'best'] as const) {
      const annealing = prepareAnnealing({ formula: 'CH4', steps_per_cycle: 1, num_cycles: 5, restart });
      const { checkpoint } = advance(annealing, startCheckpoint(annealing), 5);
      expect(checkpoint).toMatchObject({ step: 5, accepted_moves: 0 });
      expect(checkpoint.current).toEqual(labelledIsomerOf(longestChain({ C: 1, H: 4 })));
    }
  });
});
