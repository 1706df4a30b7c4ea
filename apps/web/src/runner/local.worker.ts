import { serveRunner } from './distant-runner.ts';
import { LocalRunner } from './local-runner.ts';
import { workerLine } from './worker-line.ts';

const clock = {
  now: () => performance.now(),
  after: (milliseconds: number, callback: () => void) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

serveRunner(new LocalRunner(clock), workerLine(self as unknown as Worker));
