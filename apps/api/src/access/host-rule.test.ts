import { hostname } from 'node:os';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answersTo } from './host-rule.ts';

const LOCAL = { host: '127.0.0.1', allowedHosts: ['localhost'] };
const OPEN = { host: '0.0.0.0', allowedHosts: ['localhost', 'lab.example.org'] };

describe('a server for this machine alone', () => {
  test.each([
    'localhost',
    'LocalHost:3000',
    'localhost.',
    '127.0.0.1:3000',
    '127.0.0.2',
    '[::1]',
    '[::1]:80',
  ])('answers to %s', (header) => {
    for (const host of ['127.0.0.1', 'localhost', '::1']) {
      expect(answersTo(header, { ...LOCAL, host })).toBe(true);
    }
  });

  test.each([
    'evil.example',
    'localhost.evil.example:3000',
    '127.0.0.1.evil.example',
    '127.0.0.1@evil.example',
    '192.0.2.7:3000',
    '[2001:db8::1]',
    hostname(),
  ])('does not answer to %s', (header) => {
    expect(answersTo(header, LOCAL)).toBe(header === 'localhost');
  });
});

describe('a server that others may reach', () => {
  test.each(['localhost', '192.0.2.7:3000', '[2001:db8::1]:3000', 'lab.example.org', hostname()])(
    'answers to %s',
    (header) => {
      expect(answersTo(header, OPEN)).toBe(true);
    },
  );

  test.each(['evil.example', 'evil.lab.example.org', '192.0.2.7.evil.example', '999.0.2.7', '[evil]'])(
    'does not answer to %s',
    (header) => {
      expect(answersTo(header, OPEN)).toBe(false);
    },
  );

  test('answers to the name that it listens on', () => {
    expect(answersTo('server.example.org:3000', { ...OPEN, host: 'Server.example.org' })).toBe(true);
  });
});

test('a * lets every name in, even what is none', () => {
  expect(answersTo('[', { ...LOCAL, allowedHosts: ['*'] })).toBe(true);
});

test('no text throws, and what is no name of ours gets no answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!/localhost|127|::1/i.test(text));
      expect(answersTo(text, LOCAL)).toBe(false);
    }),
  );
});

test('a long header takes no long time', () => {
  // A pattern that goes back and forth would not come to an end.
  expect(answersTo(`${'a.'.repeat(8000)}!`, OPEN)).toBe(false);
});
