#!/usr/bin/env node
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { EXIT_CODES, type ExitCode } from './exit-code.ts';
import { runProgram } from './program.ts';

const SIGNALS = { SIGINT: EXIT_CODES.interrupted, SIGTERM: EXIT_CODES.terminated } as const;

// A reader that has seen enough, such as head, is no failure of this program.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT_CODES.ok);
  process.stderr.write(`The results cannot be written: ${error.message}\n`);
  process.exit(EXIT_CODES.failure);
});
// Nobody is left to be told.
process.stderr.on('error', () => {});

const interruption = new AbortController();
/** A terminal's Ctrl-C arrives twice under npm, at once; whoever presses it again wants no results any more. */
const SAME_SIGNAL_MILLISECONDS = 500;
let signalled: { readonly exitCode: ExitCode; readonly at: number } | undefined;
for (const [signal, exitCode] of Object.entries(SIGNALS)) {
  process.on(signal, () => {
    signalled ??= { exitCode, at: performance.now() };
    if (performance.now() - signalled.at > SAME_SIGNAL_MILLISECONDS) process.exit(exitCode);
    interruption.abort();
  });
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const exitCode = await runProgram(process.argv.slice(2), version, {
  workingDirectory: process.cwd(),
  async writeResult(text) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  isResultOnTerminal: process.stdout.isTTY === true,
  notify: (sentence) => void process.stderr.write(`${sentence}\n`),
  terminal: {
    isTerminal: process.stderr.isTTY === true,
    // 0 is what a terminal tells that knows no width.
    columns: () => process.stderr.columns || 80,
    write: (text) => void process.stderr.write(text),
  },
  interruption: interruption.signal,
});
// Once the runs were cut short, whatever else went well.
process.exitCode = exitCode === EXIT_CODES.ok ? (signalled?.exitCode ?? exitCode) : exitCode;
