/**
 * The kernels against the same algorithm in scalar C (c/tree.c, c/ring.c, compiled with -O3): steps per second of both and
 * their ratio, by time of the processor, in one run. JavaScript and C take turns; each figure is the median of the
 * repetitions. Both make the same steps from the same start, at f8 and after warming up, and end in the same state, or the
 * comparison fails.
 *
 *     node bench/against-c.mjs [formula[:max] ...]        after a build
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TreeKernel } from '../dist/annealing/kernel/tree-kernel.js';
import { prepareAnnealing, startCheckpoint } from '../dist/index.js';
import { createTimedKernel, timeSteps } from './steady-state.mjs';

const CASES = [
  ...['C10H22', 'C10H22:max', 'C30H62', 'C30H62:max', 'C50H102', 'C50H102:max', 'C100H202'],
  ...['C10H16', 'C10H16:max', 'C10H8', 'C9H8O4', 'C9H8O4:max', 'C8H10N4O2', 'C20H20'],
];
const REPEATS = 7;
const SECONDS_PER_RUN = 0.25;
const COMPILERS = [process.env.CC, 'cc', 'gcc', 'clang'].filter((name) => name !== undefined);

/** Name -> program, or undefined where no compiler was found. Contracted products would round otherwise than JavaScript's. */
function compile(folder) {
  for (const compiler of COMPILERS) {
    try {
      execFileSync(compiler, ['--version'], { stdio: 'ignore' });
    } catch {
      continue;
    }
    const programs = ['tree', 'ring'].map((name) => {
      const program = join(folder, name);
      const source = fileURLToPath(new URL(`c/${name}.c`, import.meta.url));
      execFileSync(compiler, ['-std=c11', '-O3', '-ffp-contract=off', source, '-o', program], {
        stdio: 'inherit',
      });
      return [name, program];
    });
    return { compiler, ...Object.fromEntries(programs) };
  }
  return undefined;
}

function prepare(name, steps, seed) {
  const [formula, mode] = name.split(':');
  return prepareAnnealing({
    formula,
    optimization_mode: mode === 'max' ? 'MAXIMIZE' : 'MINIMIZE',
    seed,
    steps_per_cycle: steps,
    num_cycles: 1,
  });
}

function runInJavaScript(annealing) {
  const { kernel, random } = createTimedKernel(annealing);
  const { seconds } = timeSteps(annealing.totalSteps, (t, steps) => kernel.run(t, steps));
  const { invalid, disconnected, rejected, accepted } = kernel.counts;
  const end = [
    invalid,
    disconnected,
    rejected,
    accepted,
    kernel.energy,
    kernel.bestEnergy,
    ...random.state(),
  ];
  return { seconds, end: end.join(' '), isTree: kernel instanceof TreeKernel };
}

function runInC(program, annealing) {
  const { configuration, elements, objective, sign, totalSteps } = annealing;
  const { initial_temp, cooling_schedule_k, min_temp } = configuration;
  const { current, generator } = startCheckpoint(annealing);
  const { bondUnits, hydrogenOwners } = current;
  const input = [
    ...[elements.length, bondUnits.length / 2, hydrogenOwners.length, sign, totalSteps],
    ...[objective.weights[0], initial_temp, cooling_schedule_k, min_temp],
    ...[...generator, ...bondUnits, ...hydrogenOwners],
  ].join(' ');
  const [seconds, ...end] = execFileSync(program, { input, encoding: 'utf8' }).trim().split(' ');
  return { seconds: Number(seconds), end: end.join(' ') };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

function compare(programs, name) {
  let steps = 2 ** 16;
  let warm = runInJavaScript(prepare(name, steps, 0));
  for (; warm.seconds < SECONDS_PER_RUN; warm = runInJavaScript(prepare(name, steps, 0))) steps *= 2;
  const program = warm.isTree ? programs.tree : programs.ring;
  const pairs = Array.from({ length: REPEATS }, (_, i) => {
    const annealing = prepare(name, steps, i + 1);
    const [script, c] = [runInJavaScript(annealing), runInC(program, annealing)];
    if (script.end !== c.end) throw new Error(`${name}: JavaScript ended in ${script.end}, C in ${c.end}.`);
    return { script: script.seconds, c: c.seconds };
  });
  const millions = (seconds) => (steps / seconds / 1e6).toFixed(2);
  return {
    'JavaScript, M steps/s': millions(median(pairs.map(({ script }) => script))),
    'C, M steps/s': millions(median(pairs.map(({ c }) => c))),
    ratio: median(pairs.map(({ script, c }) => c / script)).toFixed(2),
  };
}

/** Prints the table, or that there is nothing to compare with. */
export function compareWithC(names = CASES) {
  const folder = mkdtempSync(join(tmpdir(), 'against-c-'));
  try {
    const programs = compile(folder);
    if (programs === undefined) {
      console.log(
        `No C compiler was found (tried ${COMPILERS.join(', ')}): nothing to compare the kernels with.`,
      );
      return;
    }
    console.log(
      `The kernels against ${programs.compiler} -O3, run by run from the same start to the same end:`,
    );
    console.table(Object.fromEntries(names.map((name) => [name, compare(programs, name)])));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2);
  compareWithC(asked.length > 0 ? asked : undefined);
}
