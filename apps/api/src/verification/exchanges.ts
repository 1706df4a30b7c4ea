import fc, { type Arbitrary } from 'fast-check';
import { anyMethod, anyText, bodyText, headersOf, pathOf, queryText, rarely } from './request-parts.ts';
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
