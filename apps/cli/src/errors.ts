import { SaCoreError } from '@webfaulon/sa-core';
import { EXIT_CODES, type ExitCode } from './exit-code.ts';

/**
 * The one catalogue of what the program itself refuses, by stable code, each with the exit code that it ends in. What sa-core
 * refuses has its own catalogue there, and its messages are shown as they are.
 */
export const CLI_ERRORS = {
  score_module_missing: { exit: EXIT_CODES.noInput, text: 'The file of a score module cannot be found.' },
  score_module_invalid: {
    exit: EXIT_CODES.data,
    text: 'A score module cannot be loaded, or exports no scoring component.',
  },
  score_failed: {
    exit: EXIT_CODES.failure,
    text: 'A scoring component of a score module threw an error, or gave no finite number.',
  },
  space_too_large: {
    exit: EXIT_CODES.data,
    text: 'The formula has more isomers than the limit allows to hold in memory.',
  },
} as const satisfies Record<string, { exit: ExitCode; text: string }>;

export type CliErrorCode = keyof typeof CLI_ERRORS;

/** The only error that the program throws on purpose. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: CliErrorCode;

  constructor(code: CliErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.code = code;
  }
}

/** How an error ends the program: what it says on standard error, and its exit code. */
export interface Ending {
  readonly message: string;
  readonly exitCode: ExitCode;
}

export function endingOf(error: unknown): Ending {
  if (error instanceof CliError) return { message: error.message, exitCode: CLI_ERRORS[error.code].exit };
  if (error instanceof SaCoreError) return { message: error.message, exitCode: exitCodeOf(error) };
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { message: `This should not have happened.\n${trace}`, exitCode: EXIT_CODES.failure };
}

/** What sa-core finds while it runs, as against what it finds in what it is given. */
const WHILE_RUNNING: ReadonlySet<string> = new Set(['component_invalid', 'run_failed', 'worker_failed']);

function exitCodeOf({ code }: SaCoreError): ExitCode {
  if (code.startsWith('formula_') || code.startsWith('smiles_')) return EXIT_CODES.data;
  return WHILE_RUNNING.has(code) ? EXIT_CODES.failure : EXIT_CODES.usage;
}
