import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './root.mjs';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in the root of the repository and answers { code, output }. Output goes straight to the terminal, or
 * is collected with `collect`, or goes to standard error with `toStderr`. `env` are variables beside this process's own.
 *
 * A signal is handed on to the program, and once that has ended it ends this process too: a script that is stopped
 * half way leaves nothing running behind it. The handlers are gone when the promise settles.
 */
export function run(program, args, { collect = false, toStderr = false, shell = false, env = {} } = {}) {
  const output = [];
  const stdio = collect ? ['ignore', 'pipe', 'pipe'] : ['ignore', toStderr ? 2 : 1, 2];
  const child = spawn(program, args, { cwd: ROOT, stdio, shell, env: { ...process.env, ...env } });
  child.stdout?.on('data', (chunk) => output.push(chunk));
  child.stderr?.on('data', (chunk) => output.push(chunk));

  let stoppedBy = null;
  const forward = (signal) => {
    stoppedBy = signal;
    child.kill(signal);
  };
  for (const signal of FORWARDED) process.on(signal, forward);

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const name of FORWARDED) process.off(name, forward);
      if (stoppedBy) process.kill(process.pid, stoppedBy);
      else
        resolve({ code: code ?? 128 + constants.signals[signal], output: Buffer.concat(output).toString() });
    });
  });
}

/** Runs a tool from node_modules by its JavaScript file, which works where shell scripts and .cmd files do not. */
export function runTool(file, args, options) {
  return run(process.execPath, [`node_modules/${file}`, ...args], options);
}

export function runTurbo(args, options) {
  return runTool('turbo/bin/turbo', ['run', ...args], options);
}
