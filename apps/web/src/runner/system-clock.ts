import type { RunnerClock } from './local-runner.ts';

export const systemClock: RunnerClock = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
