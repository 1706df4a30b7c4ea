import { expect, jest, test } from '@jest/globals';
import { systemClock } from '../runner/runner-clock.ts';
import { ClassReporter } from './class-reporter.ts';

test('reports at most every two seconds, at once at a pause, and again what was not delivered', async () => {
  jest.useFakeTimers();
  const sent: number[] = [];
  let isReachable = true;
  const reporter = new ClassReporter(async (step) => {
    sent.push(step);
    return isReachable;
  }, systemClock);
  for (let step = 0; step < 50; step++) {
    reporter.follow(step, false);
    await jest.advanceTimersByTimeAsync(100);
  }
  expect(sent).toEqual([0, 19, 39]);
  reporter.follow(55, true);
  await jest.advanceTimersByTimeAsync(0);
  expect(sent).toEqual([0, 19, 39, 55]);
  isReachable = false;
  reporter.follow(60, true);
  await jest.advanceTimersByTimeAsync(3000);
  expect(sent.slice(4)).toEqual([60, 60]);
  isReachable = true;
  await jest.advanceTimersByTimeAsync(60_000);
  expect(sent.slice(4)).toEqual([60, 60, 60]);
  reporter.stop();
  reporter.follow(70, true);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(sent.at(-1)).toBe(60);
  jest.useRealTimers();
});
