import { wholeStreams } from '../report/common-demands.ts';
import { planOf, type Scenario } from './scenario.ts';

export const classroom: Scenario = {
  name: 'classroom',
  summary: '60 viewers on 60 sessions from one address at 100 steps a second, under the default caps',
  plan: (asked) =>
    planOf({ sessions: 60, pace: 100, svg: 'always', keepsDefaultCaps: true, rampSeconds: 5 }, asked),
  // A refusal, such as a 429, is an error.
  demands: wholeStreams,
};
