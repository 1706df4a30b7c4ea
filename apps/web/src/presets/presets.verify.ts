import { expect, test } from '@jest/globals';
import { expectMiddle } from './testing/course-of-run.ts';
import { coursesFrom, findsOf, GUIDED_COMPARISON, LOWEST } from './testing/guided-comparison.ts';

test('the guided comparison holds what its lesson says of 50 seeds, and no run goes below the lowest score', () => {
  const courses = coursesFrom(Array.from({ length: 50 }, (_, i) => i + 1));
  expect(findsOf(courses)).toEqual({ Annealed: 40, Greedy: 10, Hot: 0 });
  const best = Object.values(courses).flatMap((each) => each.map((course) => course.best));
  expect(Math.min(...best)).toBe(LOWEST);
  expectMiddle(courses[GUIDED_COMPARISON.name!]!);
});
