import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The compiled program as the beginning of a shell's command. */
export const webfaulonCommand = `'${process.execPath}' '${MAIN}'`;

export interface Finished {
  readonly stdout: string;
  readonly stderr: string;
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
}

export interface HowToRun {
  readonly cwd?: string;
  /** Sent once the program has written something. */
  readonly signal?: NodeJS.Signals;
}

/** Runs the compiled program as somebody at a shell would, with pipes, and waits for its end. */
export function runWebfaulon(args: readonly string[], how: HowToRun = {}): Promise<Finished> {
  return runToEnd(process.execPath, [MAIN, ...args], how);
}

/** A command line for a shell, in which `webfaulon` is the compiled program. */
export function inShell(script: string, how: HowToRun = {}): Promise<Finished> {
  return runToEnd('bash', ['-c', `webfaulon() { ${webfaulonCommand} "$@"; }\n${script}`], how);
}

export function runToEnd(program: string, args: readonly string[], how: HowToRun = {}): Promise<Finished> {
  const { cwd, signal } = how;
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  const written = { stdout: '', stderr: '' };
  let isSignalled = signal === undefined;
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      written[stream] += text;
      if (!isSignalled) child.kill(signal);
      isSignalled = true;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ ...written, exitCode }));
  });
}
