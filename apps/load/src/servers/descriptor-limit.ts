import { execFileSync } from 'node:child_process';
import { LoadError } from '../errors.ts';

/** Files, pipes and connections that a process has open beside those of its viewers. */
const BESIDE_VIEWERS = 200;

/** How many files a process may have open here; undefined where the shell does not tell. */
export function descriptorLimit(): number | undefined {
  try {
    const limit = Number(execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }));
    return Number.isInteger(limit) ? limit : undefined;
  } catch {
    // A system without such a shell has no such limit.
    return undefined;
  }
}

/** @throws {LoadError} if so many viewers would need more open files than `limit` */
export function requireDescriptors(viewers: number, limit: number | undefined): void {
  if (limit === undefined || viewers + BESIDE_VIEWERS <= limit) return;
  throw new LoadError(
    'descriptors_too_few',
    `${viewers} viewers need ${viewers + BESIDE_VIEWERS} open files, and the system allows ${limit} ("ulimit -n"). Allow more, with "ulimit -n ${viewers + BESIDE_VIEWERS}" if it may, or take fewer viewers.`,
  );
}
