import type { WorkerFiles } from '../server.ts';

const compiled = (path: string) => new URL(`../../dist/${path}`, import.meta.url);

/** Threads and processes load JavaScript: turbo builds before it tests. */
export const CHECK_PROGRAM = compiled('store/check-store.program.js');
export const WORKER_FILES: WorkerFiles = {
  advance: compiled('annealing/advance.worker.js'),
  depict: compiled('annealing/depict.worker.js'),
  checkStore: CHECK_PROGRAM,
};
