import { expect, test } from '@jest/globals';
import { descriptorLimit, requireDescriptors } from './descriptor-limit.ts';

test('a limit that is too low is refused with what to do, before any load', () => {
  expect(() => requireDescriptors(5000, 1024)).toThrow(
    '5000 viewers need 5200 open files, and the system allows 1024 ("ulimit -n"). Allow more, with "ulimit -n 5200"',
  );
  expect(() => requireDescriptors(800, 1024)).not.toThrow();
  expect(() => requireDescriptors(5000, undefined)).not.toThrow();
});

test('the limit of this system is known', () => {
  expect(descriptorLimit()).toBeGreaterThan(0);
});
