import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { LOAD_ERRORS, LoadError } from './errors.ts';
import { HELP, readOptions } from './options.ts';
import { ProgressLine } from './progress-line.ts';
import { reportTable } from './report/report-table.ts';
import { runScenario } from './run-scenario.ts';

/** Before a load that may take half an hour. */
function assertWritable(file: string): void {
  try {
    const isThere = existsSync(file);
    closeSync(openSync(file, 'a'));
    if (!isThere) rmSync(file);
  } catch (error) {
    const why = (error as Error).message;
    throw new LoadError('report_unwritable', `The report cannot be written to "${file}": ${why}`, error);
  }
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  if (options.json !== undefined) assertWritable(options.json);
  const progress = new ProgressLine(process.stderr);
  try {
    const { report, demands } = await runScenario(options, (phase, share) => progress.show(phase, share));
    progress.clear();
    process.stdout.write(reportTable(report, demands));
    if (options.json !== undefined)
      writeFileSync(options.json, `${JSON.stringify({ ...report, demands }, null, 2)}\n`);
    return demands.every(({ holds }) => holds) ? 0 : 1;
  } finally {
    progress.clear();
  }
}

// By process.exit(), so that the server that this process has started ends with it, and its data go.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => process.exit(128 + constants.signals[signal]));
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof LoadError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = LOAD_ERRORS[error.code].exit;
}
