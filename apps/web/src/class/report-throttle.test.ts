import { describe, expect, it } from '@jest/globals';
import { NOTHING_SENT, nextReportIn } from './report-throttle.ts';

const running = (step: number) => ({ step, isStill: false });
const still = (step: number) => ({ step, isStill: true });

describe('when the next report is due', () => {
  it('is at once for the first', () => {
    expect(nextReportIn(NOTHING_SENT, running(0), 0)).toBe(0);
  });

  it('is two seconds after the one before, while the run goes on', () => {
    const sent = { notedStep: 10, sentAt: 1000, failures: 0 };
    expect(nextReportIn(sent, running(20), 1500)).toBe(1500);
    expect(nextReportIn(sent, running(20), 9000)).toBe(0);
  });

  it('is soon when the run has paused or ended', () => {
    const sent = { notedStep: 10, sentAt: 1000, failures: 0 };
    expect(nextReportIn(sent, still(20), 1500)).toBe(0);
    expect(nextReportIn(sent, still(20), 1100)).toBe(200);
  });

  it('is never for what was noted, nor for a run that was set back', () => {
    const sent = { notedStep: 10, sentAt: 1000, failures: 0 };
    expect(nextReportIn(sent, still(10), 60_000)).toBeNull();
    expect(nextReportIn(sent, running(0), 60_000)).toBeNull();
  });

  it('waits longer after each failure, half a minute at most', () => {
    const due = (failures: number) => nextReportIn({ notedStep: -1, sentAt: 0, failures }, still(5), 0);
    expect([1, 2, 3, 4, 5, 50].map(due)).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });
});
