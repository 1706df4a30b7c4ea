import { serveRunner } from './distant-runner.ts';
import { LocalRunner } from './local-runner.ts';
import { systemClock } from './runner-clock.ts';
import { workerLine } from './worker-line.ts';

serveRunner(new LocalRunner(systemClock), workerLine(self as unknown as Worker));
