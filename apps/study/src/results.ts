import { LONGEST_RUN, METHODS, type Method, RUN_LENGTHS } from './methods.ts';
import { PROBLEMS, type Problem } from './problems.ts';

/** What a study has measured: enough to compute every figure of the document. */
export interface StudyResults {
  /** Seeds 1 to this. */
  readonly seeds: number;
  readonly cells: readonly Cell[];
}

interface Cell {
  readonly problem: string;
  readonly method: string;
  readonly steps: number;
  /** For seed 1, 2 and so on the first step at the optimum, or "-" where there was none; divided by spaces. */
  readonly first_steps: string;
}

/** The runs of a method of one length over the seeds: the first step at the optimum, or infinity. */
export interface Runs {
  readonly steps: number;
  readonly firstSteps: readonly number[];
}

/** The cells that a study computes: where the length of a run is nothing to a method, only the longest. */
export function cellsOf(): { problem: Problem; method: Method; steps: number }[] {
  return PROBLEMS.flatMap((problem) =>
    METHODS.flatMap((method) =>
      (method.isTimeless ? [LONGEST_RUN] : RUN_LENGTHS).map((steps) => ({ problem, method, steps })),
    ),
  );
}

export function encodeFirstSteps(firstSteps: readonly (number | null)[]): string {
  return firstSteps.map((step) => step ?? '-').join(' ');
}

function decodeFirstSteps(text: string): number[] {
  return text.split(' ').map((step) => (step === '-' ? Number.POSITIVE_INFINITY : Number(step)));
}

/** @throws {RangeError} if the results lack the cell */
export function runsOf(results: StudyResults, problem: string, method: Method, steps: number): Runs {
  const computed = method.isTimeless ? LONGEST_RUN : steps;
  const cell = results.cells.find(
    (candidate) =>
      candidate.problem === problem && candidate.method === method.name && candidate.steps === computed,
  );
  if (cell === undefined)
    throw new RangeError(`No results of "${method.name}" for ${problem}, ${computed} steps.`);
  const firstSteps = decodeFirstSteps(cell.first_steps).map((step) =>
    step <= steps ? step : Number.POSITIVE_INFINITY,
  );
  return { steps, firstSteps };
}
