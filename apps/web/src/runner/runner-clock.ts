/** Where time comes from, so that a test can hold it. */
export interface RunnerClock {
  now(): number;
  /** Calls back after about so many milliseconds; the function returned calls that off. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const systemClock: RunnerClock = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
