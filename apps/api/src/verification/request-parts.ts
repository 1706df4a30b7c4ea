import fc, { type Arbitrary } from 'fast-check';

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

export const anyMethod = fc.constantFrom(
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
);

export function rarely<Value>(arbitrary: Arbitrary<Value>): Arbitrary<Value | undefined> {
  return fc
    .option(arbitrary, { nil: undefined, freq: 1 })
    .chain((value) => fc.constantFrom(undefined, undefined, undefined, value));
}

/** A path with its {id} or {code} left to be filled in, mostly; and {n} filled in. */
export function pathOf(path: string): Arbitrary<string> {
  const step = fc
    .oneof(fc.integer({ min: 1, max: 300 }).map(String), anyText)
    .map((n) => path.replace('{n}', n));
  const strange = fc.oneof(fc.constant(UNKNOWN_ID), anyText).map((id) => path.replace(/\{\w+\}/g, id));
  return fc.oneof({ weight: 10, arbitrary: step }, { weight: 1, arbitrary: strange });
}

/** Of characters that can stand in a request line, percent-encoded wrongly as often as rightly. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => encodeURIComponent(text)),
  fc.constantFrom('%', '%zz', '%E0%A4%A', '%00', '..', '%2e%2e%2f', '-1', '1e9', '9007199254740993', '0', ''),
);

export function queryText(values: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(values).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return `${name}=${encodeURIComponent(wellFormed(text.slice(0, 500)))}`;
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** With U+FFFD in place of half a pair, which has no percent-encoding. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

/** JSON, and now and then what was JSON before something happened to it. */
export function bodyText(values: Arbitrary<unknown>): Arbitrary<string> {
  const json = values.map((value) => JSON.stringify(value) ?? '');
  const spoilt = fc.tuple(
    json,
    fc.nat(),
    fc.constantFrom('', '{', '}', '"', ',', '\\', '\u0000', '﻿', 'NaN', '١'),
  );
  return fc.oneof(
    { weight: 15, arbitrary: json },
    {
      weight: 1,
      arbitrary: spoilt.map(([text, at, put]) => text.slice(0, at % (text.length + 1)) + put),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 60_000, max: 70_000 }).map((length) => `"${'x'.repeat(length)}"`),
    },
  );
}

export function headersOf(hasBody: boolean): Arbitrary<[string, string][]> {
  const type = fc.oneof(
    { weight: 20, arbitrary: fc.constant('application/json') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'text/plain',
        'application/json; charset=klingon',
        'multipart/form-data',
        '',
      ),
    },
  );
  const value = fc.string({ unit: 'grapheme-ascii', maxLength: 30 });
  const other = fc.oneof(
    fc.tuple(
      fc.constantFrom(
        'Cookie',
        'Last-Event-ID',
        'X-Request-Id',
        'Accept',
        'Range',
        'If-None-Match',
        'Accept-Encoding',
      ),
      value,
    ),
    fc.tuple(
      fc.constant('Last-Event-ID'),
      fc.constantFrom('7', '7-r1', '0-complete', '99999999999999999999', '-1'),
    ),
    fc.tuple(
      fc.constant('Origin'),
      fc.constantFrom('http://localhost:5173', 'http://evil.example', 'null', '%'),
    ),
    fc.tuple(fc.constant('Content-Encoding'), fc.constantFrom('gzip', 'br', 'identity', 'x')),
    fc.tuple(
      fc.constantFrom('Expect', 'Upgrade', 'Connection', 'Sec-Fetch-Site'),
      fc.constantFrom('100-continue', 'websocket', 'upgrade', 'much'),
    ),
  );
  const forwarded = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map((n) => `192.0.2.${n}`),
    value,
  );
  const host = fc.oneof(
    { weight: 30, arbitrary: fc.constant('localhost') },
    { weight: 1, arbitrary: fc.constantFrom('evil.example', '[', '', '127.0.0.1:99999', 'a b') },
  );
  return fc
    .tuple(host, type, forwarded, fc.array(other, { maxLength: 1 }), fc.boolean())
    .map(([at, content, by, others, strange]) => [
      ['Host', at],
      ['X-Forwarded-For', by],
      ...(hasBody ? [['Content-Type', content] as [string, string]] : []),
      ...(strange ? others : []),
    ]);
}
