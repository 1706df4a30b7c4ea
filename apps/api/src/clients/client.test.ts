import { describe, expect, test } from '@jest/globals';
import { clientAt, hasCookie, partyOf } from './client.ts';

describe('who shares an address', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:aa:b1::1', '2001:db8:aa:b2:ffff::7'],
  ])('%s is the party of %s', (one, other) => {
    expect(partyOf(one)).toBe(partyOf(other));
  });

  test.each([
    ['192.0.2.7', '192.0.2.8'],
    ['2001:db8:aa:100::1', '2001:db8:aa:200::1'],
  ])('%s is another party than %s', (one, other) => {
    expect(partyOf(one)).not.toBe(partyOf(other));
  });

  test.each([undefined, '', 'evil', '1.2.3.4, 5.6.7.8', 'x'.repeat(10_000)])('%j is no address', (text) => {
    expect(partyOf(text)).toBe('unknown');
  });
});

test('only a client by its cookie has one', () => {
  expect(hasCookie(clientAt('192.0.2.7'))).toBe(false);
  expect(hasCookie({ id: 'cookie 1', address: '192.0.2.7' })).toBe(true);
});
