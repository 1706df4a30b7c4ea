import { allRuns, type Comparison, compare, costOf, verdict } from './comparison.ts';
import { ratio, share, stepCount, steps } from './format.ts';
import { markdownTable } from './markdown-table.ts';
import { LONGEST_RUN, METHODS, RUN_LENGTHS } from './methods.ts';
import { PROBLEMS, type Problem } from './problems.ts';
import type { Runs, StudyResults } from './results.ts';
import { median, successRate } from './statistics.ts';

const START = '<!-- tables:start -->\n';
const END = '<!-- tables:end -->';

/** The document with its tables made anew; the words around them are written by hand. @throws {Error} without the marks */
export function withTables(document: string, tables: string): string {
  const [start, end] = [document.indexOf(START), document.indexOf(END)];
  if (start === -1 || end === -1) throw new Error(`The document needs the lines ${START.trim()} and ${END}.`);
  return `${document.slice(0, start)}${START}\n${tables}\n\n${document.slice(end)}`;
}

export function renderTables(results: StudyResults): string {
  return [
    '## The problems',
    problemsTable(),
    '## The methods',
    methodsTable(),
    '## Against restarted greedy descent',
    'Steps to 99 % success, divided by those of the best of the three restarted greedy descents; below 1 is better.',
    comparisonTable(results),
    '## Steps to 99 % success',
    `Smallest over ${RUN_LENGTHS.map(stepCount).join(' and ')} steps a run and over giving up earlier, ${results.seeds} seeds. "–": no run got there.`,
    costTable(results),
    '## Each problem',
    ...PROBLEMS.flatMap((problem, i) => [`### ${i + 1}. ${problem.title}`, problemTable(results, problem)]),
  ].join('\n\n');
}

function problemsTable(): string {
  return markdownTable(
    ['', 'minimised', 'optimum', 'known by', 'isomers that have it'],
    PROBLEMS.map(({ title, optimum, proof, isomers }, i) => [
      String(i + 1),
      title,
      String(optimum),
      proof,
      isomers ? `${isomers.optimal} of ${isomers.all}` : 'not counted',
    ]),
  );
}

function methodsTable(): string {
  return markdownTable(
    ['method', 'kind', 'what it is'],
    METHODS.map(({ name, kind, explanation }) => [name, kind, explanation]),
  );
}

function comparisonTable(results: StudyResults): string {
  const cell = ({ ratio: estimate }: Comparison) => {
    const words = { fewer: '**fewer**', more: 'more', undecided: 'undecided' }[verdict(estimate)];
    return `${ratio(estimate)} ${words}`;
  };
  const named = (comparison: Comparison) => `${comparison.method.name}: ${cell(comparison)}`;
  return markdownTable(
    [
      '',
      'problem',
      'restarted greedy descent',
      'f8 (default)',
      'automatic',
      'best annealing',
      'best at one temperature',
    ],
    PROBLEMS.map((problem, i) => {
      const { rival, rivalSteps, byDefault, automatic, bestAnnealing, bestTemperature } = compare(
        results,
        problem,
      );
      return [
        String(i + 1),
        problem.title,
        `after ${rival.patience}: ${steps(rivalSteps, '–')}`,
        cell(byDefault),
        cell(automatic),
        named(bestAnnealing),
        named(bestTemperature),
      ];
    }),
  );
}

function costTable(results: StudyResults): string {
  return markdownTable(
    ['method', ...PROBLEMS.map((_, i) => String(i + 1))],
    METHODS.map((method) => [
      method.name,
      ...PROBLEMS.map((problem) => {
        const { value } = costOf(results, problem, method);
        return Number.isFinite(value) ? stepCount(value) : '–';
      }),
    ]),
  );
}

function problemTable(results: StudyResults, problem: Problem): string {
  const rate = ({ firstSteps }: Runs) =>
    share(successRate(firstSteps.filter(Number.isFinite).length, firstSteps.length));
  return markdownTable(
    [
      'method',
      ...RUN_LENGTHS.map((length) => `found in ${stepCount(length)}`),
      `median step, of ${stepCount(LONGEST_RUN)}`,
      'steps to 99 % success',
    ],
    METHODS.map((method) => {
      const runs = allRuns(results, problem, method);
      return [
        method.name,
        ...runs.map(rate),
        steps(median(runs.at(-1)!.firstSteps), `> ${stepCount(LONGEST_RUN)}`),
        steps(costOf(results, problem, method), '–'),
      ];
    }),
  );
}
