import { expect, test } from '@jest/globals';
import { mayChange } from './origin-rule.ts';

const ALLOWED = ['http://localhost:5173', 'https://pages.example.org'];

test.each([
  ['http://localhost:3000', 'localhost:3000'],
  ['http://192.0.2.7:3000', '192.0.2.7:3000'],
  ['https://lab.example.org', 'lab.example.org'],
  ['https://lab.example.org', 'Lab.example.org'],
  ['http://localhost:5173', 'localhost:3000'],
  ['https://pages.example.org', 'localhost:3000'],
])('a page of %s may change something at %s', (origin, host) => {
  expect(mayChange(origin, host, ALLOWED)).toBe(true);
});

test.each([
  ['http://evil.example', 'localhost:3000'],
  ['http://localhost:3001', 'localhost:3000'],
  ['http://localhost:3000.evil.example', 'localhost:3000'],
  ['http://pages.example.org', 'localhost:3000'],
  ['file://localhost:3000', 'localhost:3000'],
  ['null', 'localhost:3000'],
  ['', 'localhost:3000'],
  ['http://localhost:3000', undefined],
])('a page of %j may not at %s', (origin, host) => {
  expect(mayChange(origin, host, ALLOWED)).toBe(false);
  expect(mayChange(origin, host, ['*'])).toBe(true);
});
