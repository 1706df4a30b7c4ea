/**
 * Steps per second of the annealer on one thread, over formulas of different kinds, at f8 and at constant high and low
 * temperature. Each figure is the median of several runs of about equal length.
 */
import { writeFileSync } from 'node:fs';
import { Annealer, prepareAnnealing, startCheckpoint } from '../dist/index.js';

const FORMULAS = ['C6H14', 'C8H18', 'C10H22', 'C6H6', 'C10H16', 'C10H8', 'C9H8O4', 'C20H42', 'C50H102'];
const SCHEDULES = {
  f8: {},
  hot: { cooling_schedule_k: 0, initial_temp: 100 },
  cold: { cooling_schedule_k: 0, initial_temp: 0.5 },
};
const STEPS = 100_000;
const REPEATS = 5;

function stepsPerSecond(formula, schedule, seed) {
  const annealing = prepareAnnealing({ formula, seed, steps_per_cycle: STEPS, num_cycles: 1, ...schedule });
  const annealer = new Annealer(annealing, startCheckpoint(annealing));
  const recorder = annealer.createRecorder(STEPS);
  const begin = performance.now();
  annealer.run(STEPS, recorder);
  return STEPS / ((performance.now() - begin) / 1000);
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const results = FORMULAS.map((formula) => {
  const row = { formula };
  for (const [name, schedule] of Object.entries(SCHEDULES)) {
    stepsPerSecond(formula, schedule, 0);
    const runs = Array.from({ length: REPEATS }, (_, seed) => stepsPerSecond(formula, schedule, seed + 1));
    row[name] = Math.round(median(runs));
  }
  return row;
});
console.log('Steps per second on one thread:');
console.table(results);
writeFileSync('bench-results.json', `${JSON.stringify({ node: process.version, results }, null, 2)}\n`);
