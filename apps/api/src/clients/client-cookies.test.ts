import { describe, expect, test } from '@jest/globals';
import { sign } from 'cookie-signature';
import fc from 'fast-check';
import { ClientCookies } from './client-cookies.ts';

const SECRET = 'correct horse battery staple';
const OTHER_SECRET = 'wrong horse battery staple';

/** What a browser sends back of a header Set-Cookie. */
const sentBack = (header: string) => header.split(';')[0]!;

test('a cookie that was issued names its client, beside others, as long as the key is the same', () => {
  const { id, header } = new ClientCookies(SECRET).issue();
  expect(new ClientCookies(SECRET).idIn(`theme=dark; ${sentBack(header)}; x=`)).toBe(id);
  expect(new ClientCookies(OTHER_SECRET).idIn(sentBack(header))).toBeUndefined();
});

test('a cookie is for the server alone, on every path, and over plain HTTP too', () => {
  const { header } = new ClientCookies(OTHER_SECRET).issue();
  expect(header.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax']);
});

test('no two clients are issued the same id', () => {
  const cookies = new ClientCookies(OTHER_SECRET);
  expect(new Set(Array.from({ length: 100 }, () => cookies.issue().id)).size).toBe(100);
});

describe('no client is named by', () => {
  const cookies = new ClientCookies(SECRET);

  test.each([
    ['no header', undefined],
    ['an empty one', ''],
    ['another cookie', 'session=1'],
    ['an id without a signature', 'webfaulon_client=cookie%20b3f1c9d2-6c1e-4f7a-8d55-0a1b2c3d4e5f'],
    ['what else was signed with the key', `webfaulon_client=${sign('admin', SECRET)}`],
  ])('%s', (_, header) => {
    expect(cookies.idIn(header)).toBeUndefined();
  });

  test('a cookie of which any one character was changed', () => {
    const sent = sentBack(cookies.issue().header);
    const start = 'webfaulon_client='.length;
    fc.assert(
      fc.property(fc.integer({ min: start, max: sent.length - 1 }), (at) => {
        const changed = sent.slice(0, at) + (sent[at] === 'A' ? 'B' : 'A') + sent.slice(at + 1);
        expect(cookies.idIn(changed)).toBeUndefined();
      }),
    );
  });

  test('any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cookies.idIn(text)).toBeUndefined();
        expect(cookies.idIn(`webfaulon_client=${text}`)).toBeUndefined();
      }),
    );
  });
});
