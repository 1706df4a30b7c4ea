import { readdirSync, readFileSync } from 'node:fs';

/** What a process has used. */
export interface ProcessUsage {
  /** User and system time of all threads. */
  readonly cpuSeconds: number;
  /** Those of the first thread alone, which in Node is the one with the event loop. */
  readonly eventLoopCpuSeconds: number | undefined;
  readonly residentBytes: number;
  readonly openFiles: number | undefined;
}

/** The unit of times in /proc: USER_HZ, which is 100 on every architecture that Node runs on. */
const TICKS_PER_SECOND = 100;

/** undefined where there is no /proc, or no such process any more. */
export function processUsage(pid: number): ProcessUsage | undefined {
  try {
    const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    if (resident === null) return undefined;
    return {
      cpuSeconds: cpuSecondsOf(`/proc/${pid}/stat`),
      eventLoopCpuSeconds: cpuSecondsOf(`/proc/${pid}/task/${pid}/stat`),
      residentBytes: Number(resident[1]) * 1024,
      openFiles: readdirSync(`/proc/${pid}/fd`).length,
    };
  } catch {
    return undefined;
  }
}

function cpuSecondsOf(file: string): number {
  const text = readFileSync(file, 'utf8');
  // The name of the program comes before, in brackets, and may hold spaces and brackets itself.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
