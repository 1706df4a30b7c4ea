import { describe, expect, it } from '@jest/globals';
import { Annealer, prepareAnnealing, startCheckpoint } from '@webfaulon/sa-core';
import { Keyframes } from './keyframes.ts';

function keyframesOfRun(steps: number): { keyframes: Keyframes; made: number } {
  const annealing = prepareAnnealing({ formula: 'C4H10', steps_per_cycle: steps, num_cycles: 1 });
  const start = startCheckpoint(annealing);
  const keyframes = new Keyframes(start);
  const annealer = new Annealer(annealing, start);
  let made = 1;
  while (!annealer.isComplete) {
    annealer.run(1, annealer.createRecorder(steps));
    if (!keyframes.wants(annealer.step)) continue;
    keyframes.add(annealer.checkpoint());
    made++;
  }
  return { keyframes, made };
}

describe('keyframes', () => {
  it('of a short run are its steps', () => {
    const { keyframes } = keyframesOfRun(100);
    for (let step = 0; step <= 100; step++) expect(keyframes.before(step).step).toBe(step);
  });

  it('of a longer run lie nowhere far before a step, and begin at 0', () => {
    const { keyframes, made } = keyframesOfRun(5000);
    expect(keyframes.before(0).step).toBe(0);
    for (let step = 0; step <= 5000; step++) {
      const distance = step - keyframes.before(step).step;
      expect(distance).toBeGreaterThanOrEqual(0);
      // Between 64 and 128 are kept at a power of two.
      expect(distance).toBeLessThan(128);
    }
    expect(made).toBeLessThan(1000);
  });
});
