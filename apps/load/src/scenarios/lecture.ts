import { wholeStreams } from '../report/common-demands.ts';
import { atLeast } from '../report/demand.ts';
import { planOf, type Scenario } from './scenario.ts';

export const lecture: Scenario = {
  name: 'lecture',
  summary: '500 viewers on one session at 100 steps a second, best_svg in each event',
  plan: (asked) =>
    planOf({ sessions: 1, viewersPerSession: 500, pace: 100, svg: 'always', rampSeconds: 10 }, asked),
  demands: (report) => [
    ...wholeStreams(report),
    atLeast('events per CPU second, of those of raw Node,', ratio(report), 70, '%'),
  ],
};

function ratio({ raw_node }: { readonly raw_node: { readonly ratio: number } | null }): number | null {
  return raw_node === null ? null : raw_node.ratio * 100;
}
