/**
 * Many short annealings with a user's own component, on several threads: how long they take, how many evaluations they make,
 * and what the threads cost beside the bare runs. That cost is told in time of the processor, all threads together, which
 * depends less than the clock on what else the machine does.
 *
 *     node bench/many-annealings.mjs [runs] [threads] [formula ...]
 */
import { fileURLToPath } from 'node:url';
import { anneal, annealMany } from '../dist/index.js';
import { component } from './own-component.mjs';

const [runs = 10_000, threads = 2] = process.argv.slice(2, 4).map(Number);
const STEPS = 2000;
const asked = process.argv.slice(4);
const FORMULAS = asked.length > 0 ? asked : ['C8H18', 'C10H16', 'C9H8O4'];
const componentModule = fileURLToPath(new URL('own-component.mjs', import.meta.url));
function processorSeconds(since) {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}
/** The moves that were judged, and so scored. */
const evaluations = ({ acceptedMoves, rejectedMoves }) => acceptedMoves + rejectedMoves;

/** Seconds of the processor for runs in a loop on this thread, without any message. */
function bareSeconds(configuration, count) {
  const begin = process.cpuUsage();
  for (let seed = 0; seed < count; seed++) {
    for (const _ of anneal({ ...configuration, seed }, { components: [component], every: STEPS }));
  }
  return processorSeconds(begin);
}

const rows = [];
for (const formula of FORMULAS) {
  const configuration = {
    formula,
    component_weights: { [component.name]: 1 },
    steps_per_cycle: STEPS,
    num_cycles: 1,
  };
  bareSeconds(configuration, 200);
  const bareRuns = Math.min(runs, 1000);
  const bare = bareSeconds(configuration, bareRuns) / bareRuns;
  const begin = performance.now();
  const processorBegin = process.cpuUsage();
  let scored = 0;
  for await (const run of annealMany(configuration, Array(runs).keys(), { threads, componentModule })) {
    scored += evaluations(run);
  }
  const taken = (performance.now() - begin) / 1000;
  const used = processorSeconds(processorBegin) / runs;
  rows.push({
    formula,
    seconds: taken.toFixed(2),
    'runs/s': Math.round(runs / taken),
    'steps/s': Math.round((runs * STEPS) / taken),
    'evaluations/s': Math.round(scored / taken),
    'processor us/run': Math.round(1e6 * used),
    'bare run': Math.round(1e6 * bare),
    'ns/evaluation': Math.round((1e9 * used * runs) / scored),
    overhead: `${Math.round(100 * (used / bare - 1))} %`,
  });
}
console.log(`${runs} annealings of ${STEPS} steps on ${threads} threads, with a component of one's own:`);
console.table(rows);
