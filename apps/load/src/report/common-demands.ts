import { type Demand, none } from './demand.ts';
import type { LoadReport } from './report.ts';

/** What holds under any load whose clients all keep up. */
export function wholeStreams(report: LoadReport): Demand[] {
  return [none('error', report.error_count), none('gap', report.gaps), none('repeat', report.repeats)];
}
