import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Demand } from '../report/demand.ts';
import type { LoadReport } from '../report/report.ts';

export const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface FinishedLoad {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
  /** undefined where the program came to none. */
  readonly report: (LoadReport & { readonly demands: readonly Demand[] }) | undefined;
}

/** Runs the compiled program as somebody at a shell would, and reads the report that it leaves. */
export async function runLoadProgram(...args: string[]): Promise<FinishedLoad> {
  const folder = await mkdtemp(join(tmpdir(), 'webfaulon-load-test-'));
  const file = join(folder, 'report.json');
  try {
    const finished = await runToEnd([MAIN, ...args, '--json', file]);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    return { ...finished, report: text === undefined ? undefined : JSON.parse(text) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** As runLoadProgram, without a report. */
export function runToEnd(args: readonly string[]): Promise<Omit<FinishedLoad, 'report'>> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      written[stream] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ ...written, exitCode }));
  });
}
