import fc, { type Arbitrary } from 'fast-check';
import { anythingElse, type Schema, valuesOf } from './schema-values.ts';

/** The parts of an OpenAPI document from which requests are made. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

/** A request that is generated; which session it means is known only when it is sent. */
export interface FuzzRequest {
  readonly operation: string;
  readonly method: string;
  /** With {id} and {code} where those of a session or a class belong. */
  readonly target: string;
  /** Chooses among the sessions and classes that are known. */
  readonly choice: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | undefined;
  /** The statuses that the document has for the operation. */
  readonly statuses: readonly number[];
}

/** What is done on one connection. */
export type Exchange =
  | { readonly kind: 'plain'; readonly request: FuzzRequest }
  | { readonly kind: 'pipelined'; readonly requests: readonly FuzzRequest[] }
  /** The connection is cut after a part of the request. */
  | { readonly kind: 'cut'; readonly request: FuzzRequest; readonly part: number }
  /** Bytes that are no request, or one that was spoilt. */
  | { readonly kind: 'spoilt'; readonly request: FuzzRequest; readonly at: number; readonly bytes: string };

const METHODS = ['get', 'post', 'patch', 'delete'];
const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
/** Those that the others live by come more often. */
const WEIGHTS: Readonly<Record<string, number>> = {
  'POST /api/sa/configure': 6,
  'POST /api/sa/{id}/start': 4,
  'GET /docs': 0,
  'GET /openapi.json': 0,
};

/** Everything that the document describes, right for the most part, and what it does not. */
export function anyExchange(document: ApiDocument): Arbitrary<Exchange> {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    METHODS.filter((method) => methods[method] !== undefined).map((method) => {
      const operation = `${method.toUpperCase()} ${path}`;
      return {
        weight: WEIGHTS[operation] ?? 2,
        arbitrary: requestsOf(operation, methods[method]!, document),
      };
    }),
  );
  const request = fc.oneof(...operations, { weight: 2, arbitrary: strangeRequest });
  return fc.oneof(
    { weight: 2000, arbitrary: fc.record({ kind: fc.constant('plain'), request }) },
    {
      weight: 30,
      arbitrary: fc.record({
        kind: fc.constant('pipelined'),
        requests: fc.array(request, { minLength: 2, maxLength: 20 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('pipelined'),
        requests: fc
          .tuple(request, fc.integer({ min: 20, max: 600 }))
          .map(([one, times]) => Array(times).fill(one)),
      }),
    },
    {
      weight: 120,
      arbitrary: fc.record({
        kind: fc.constant('cut'),
        request,
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    },
    {
      weight: 120,
      arbitrary: fc.record({
        kind: fc.constant('spoilt'),
        request,
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        bytes: fc.oneof(
          fc.string({ unit: 'binary-ascii', maxLength: 30 }),
          fc.constantFrom(
            '\r\n\r\n',
            '\0',
            '\r\nTransfer-Encoding: chunked\r\n',
            '\r\nContent-Length: 99999999999\r\n',
            ' HTTP/9.9\r\n',
          ),
          fc.integer({ min: 1, max: 40_000 }).map((length) => 'x'.repeat(length)),
        ),
      }),
    },
  ) as Arbitrary<Exchange>;
}

function requestsOf(operation: string, described: Operation, document: ApiDocument): Arbitrary<FuzzRequest> {
  const [method = '', path = ''] = operation.split(' ');
  const definition = (ref: string) => document.components.schemas[ref.split('/').at(-1)!] ?? {};
  const parameters = described.parameters ?? [];
  const query = fc.record(
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === 'query')
        .map(({ name, schema }) => [name, valuesOf(schema, definition)]),
    ),
    { requiredKeys: [] },
  );
  const schema = described.requestBody?.content['application/json']?.schema;
  const anyRequest = fc.record({
    operation: fc.constant(operation),
    method: fc.oneof({ weight: 30, arbitrary: fc.constant(method) }, { weight: 1, arbitrary: anyMethod }),
    target: fc.tuple(pathOf(path), query).map(([at, values]) => at + queryText(values)),
    choice: fc.nat(),
    headers: headersOf(schema !== undefined),
    body: schema === undefined ? rarely(bodyText(anythingElse)) : bodyText(valuesOf(schema, definition)),
  });
  return anyRequest.map((request) => ({
    ...request,
    statuses: statusesOf(document.paths[path] ?? {}, request.method),
  }));
}

/** What the document has for a method of a path: HEAD is answered as GET. */
function statusesOf(methods: Readonly<Record<string, Operation>>, method: string): number[] {
  const described = methods[method === 'HEAD' ? 'get' : method.toLowerCase()];
  return Object.keys(described?.responses ?? {}).map(Number);
}

const anyMethod = fc.constantFrom(
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

function rarely<Value>(arbitrary: Arbitrary<Value>): Arbitrary<Value | undefined> {
  return fc
    .option(arbitrary, { nil: undefined, freq: 1 })
    .chain((value) => fc.constantFrom(undefined, undefined, undefined, value));
}

/** A path with its {id} or {code} left to be filled in, mostly; and {n} filled in. */
function pathOf(path: string): Arbitrary<string> {
  const step = fc
    .oneof(fc.integer({ min: 1, max: 300 }).map(String), anyText)
    .map((n) => path.replace('{n}', n));
  const strange = fc.oneof(fc.constant(UNKNOWN_ID), anyText).map((id) => path.replace(/\{\w+\}/g, id));
  return fc.oneof({ weight: 10, arbitrary: step }, { weight: 1, arbitrary: strange });
}

/** Of characters that can stand in a request line, percent-encoded wrongly as often as rightly. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => encodeURIComponent(text)),
  fc.constantFrom('%', '%zz', '%E0%A4%A', '%00', '..', '%2e%2e%2f', '-1', '1e9', '9007199254740993', '0', ''),
);

function queryText(values: Readonly<Record<string, unknown>>): string {
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
function bodyText(values: Arbitrary<unknown>): Arbitrary<string> {
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

function headersOf(hasBody: boolean): Arbitrary<[string, string][]> {
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

/** Nothing that the document has. */
const strangeRequest: Arbitrary<FuzzRequest> = fc.record({
  operation: fc.constant('none'),
  method: anyMethod,
  target: fc.oneof(
    fc.constantFrom(
      '*',
      '/',
      '//',
      '/api',
      '/api/sa/{id}/nothing',
      '/docs/../../etc/passwd',
      '/page/%2e%2e/x',
      'http://[/',
      'http://elsewhere/health',
      '/index.html',
      '/metrics',
    ),
    anyText.map((text) => `/${text}`),
    fc.integer({ min: 1, max: 20_000 }).map((length) => `/${'x'.repeat(length)}`),
  ),
  choice: fc.nat(),
  headers: headersOf(true),
  body: rarely(bodyText(anythingElse)),
  statuses: fc.constant([200, 204, 302, 304, 308]),
});
