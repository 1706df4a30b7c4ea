/**
 * Steps per second of annealings: formulas of all kinds, at f8 and at constant high and low temperature, minimising, and some
 * maximising; the fast kernel against the specification (the oracle), with discovery, and on two threads. What is measured is
 * the steady state: each case has run for a while before, and the steps alone are timed, in slices. Repetitions of all are
 * interleaved, so that a slow moment of the machine falls on all of them; each figure is a median. Seconds are those of the
 * processor, so that other programs count less; with two threads they are those of a clock. In the end the kernels are
 * compared with the same algorithm in C.
 *
 *     npm run bench -- --filter=@webfaulon/sa-core --json results.json
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { compareWithC } from './against-c.mjs';
import { timeRun } from './one-run.mjs';
import { TwoThreads } from './two-threads.mjs';

const { values } = parseArgs({ options: { json: { type: 'string', default: 'bench-results.json' } } });

const TREES = ['C6H14', 'C8H18', 'C10H22', 'C20H42', 'C30H62', 'C50H102', 'C100H202'];
const RINGS = ['C10H16', 'C10H8', 'C9H8O4', 'C8H10N4O2', 'C20H20', 'C60', 'C100H100'];
const MAXIMISED = ['C10H22', 'C50H102', 'C10H16', 'C9H8O4', 'C60', 'C100H100'];
const SCHEDULES = {
  f8: {},
  hot: { cooling_schedule_k: 0, initial_temp: 100 },
  cold: { cooling_schedule_k: 0, initial_temp: 0.5 },
};
const REPEATS = 5;
const SECONDS_PER_RUN = 0.1;
const SECONDS_TO_WARM_UP = 0.3;
const FEW_STEPS = 500;

const ROWS = [
  ...[...TREES, ...RINGS].map((formula) => ({ formula, mode: 'MINIMIZE' })),
  ...MAXIMISED.map((formula) => ({ formula, mode: 'MAXIMIZE' })),
];
const cases = ROWS.flatMap((row) => {
  const schedules = row.mode === 'MINIMIZE' ? Object.keys(SCHEDULES) : ['f8'];
  return [
    ...schedules.flatMap((schedule) => [
      { ...row, schedule, engine: 'fast', threads: 1 },
      { ...row, schedule, engine: 'oracle', threads: 1 },
    ]),
    { ...row, schedule: 'f8', engine: 'discovery', threads: 1 },
    { ...row, schedule: 'f8', engine: 'fast', threads: 2 },
  ];
});

const threads = new TwoThreads();

async function time({ formula, mode, schedule, engine, threads: count }, steps, seed) {
  const length = { steps_per_cycle: steps, num_cycles: 1 };
  const configuration = { formula, optimization_mode: mode, seed, ...length, ...SCHEDULES[schedule] };
  const run = { engine, configuration };
  const { seconds, invalid } = count === 2 ? await threads.timeRuns(run) : timeRun(run);
  const perSecond = (count * steps) / seconds;
  return { perSecond, effective: perSecond * (1 - invalid / steps) };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

// Twice as many steps each time until all together took long enough to have the engine compile what is hot, and to tell the rate.
for (const one of cases.filter(({ threads: count }) => count === 1)) {
  let steps = FEW_STEPS;
  let seconds = 0;
  for (let warm = 0; warm < SECONDS_TO_WARM_UP; warm += seconds) {
    steps *= 2;
    seconds = steps / (await time(one, steps, 0)).perSecond;
  }
  one.steps = Math.ceil((steps * SECONDS_PER_RUN) / seconds);
}
for (const one of cases.filter(({ threads: count }) => count === 2)) {
  one.steps = cases.find(
    ({ formula, mode, engine }) => formula === one.formula && mode === one.mode && engine === 'fast',
  ).steps;
  await time(one, one.steps, 0);
}
for (const one of cases) one.runs = [];
for (let seed = 1; seed <= REPEATS; seed++) {
  for (const one of cases) one.runs.push(await time(one, one.steps, seed));
}
await threads.close();

const results = cases.map(({ runs, ...one }) => ({
  ...one,
  steps_per_second: Math.round(median(runs.map(({ perSecond }) => perSecond))),
  effective_steps_per_second: Math.round(median(runs.map(({ effective }) => effective))),
}));

const NOTHING = { steps_per_second: Number.NaN, effective_steps_per_second: Number.NaN };
const found = (wanted) =>
  results.find((result) => Object.entries(wanted).every(([key, value]) => result[key] === value)) ?? NOTHING;
const thousands = (rate) => (Number.isNaN(rate) ? '' : Math.round(rate / 1000));
const table = ROWS.map(({ formula, mode }) => {
  const row = { name: mode === 'MINIMIZE' ? formula : `${formula} max` };
  for (const schedule of Object.keys(SCHEDULES)) {
    const fast = found({ formula, mode, schedule, engine: 'fast', threads: 1 });
    const oracle = found({ formula, mode, schedule, engine: 'oracle' });
    row[schedule] = thousands(fast.steps_per_second);
    row[`${schedule} effective`] = thousands(fast.effective_steps_per_second);
    row[`${schedule} oracle`] = thousands(oracle.steps_per_second);
  }
  row['f8 discovery'] = thousands(found({ formula, mode, engine: 'discovery' }).steps_per_second);
  row['f8 2 threads'] = thousands(found({ formula, mode, threads: 2 }).steps_per_second);
  return row;
});
console.log(
  'Thousands of steps per second. Effective are the steps whose proposal is not invalid: it would change the',
);
console.log(
  'molecule, and is accepted, rejected or disconnected. Oracle is the specification, one step at a time.',
);
console.table(Object.fromEntries(table.map(({ name, ...row }) => [name, row])));
writeFileSync(
  values.json,
  `${JSON.stringify({ node: process.version, processor: cpus()[0]?.model ?? 'unknown', results }, null, 2)}\n`,
);
compareWithC();
