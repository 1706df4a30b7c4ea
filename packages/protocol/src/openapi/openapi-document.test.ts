import { beforeAll, describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as protocol from '../index.ts';
import { z } from '../zod.ts';

const document = protocol.openApiDocument({ version: '1.2.3' });
const operations = Object.values(document.paths ?? {}).flatMap((item) =>
  [item.get, item.post, item.patch, item.delete].filter((operation) => operation !== undefined),
);

/** The schemas that this package exports under a name of their own in the document. */
const namedSchemas = new Map<string, z.ZodType>();
for (const exported of Object.values(protocol)) {
  if (!(exported instanceof z.ZodType)) continue;
  const id: unknown = exported.meta()?.['id'];
  if (typeof id === 'string') namedSchemas.set(id, exported);
}

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate(structuredClone({ ...document }));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  test('has exactly the routes that are served', () => {
    const routes = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.sort()).toEqual([
      'DELETE /api/sa/{id}',
      'GET /api/classes/{code}',
      'GET /api/sa/components',
      'GET /api/sa/{id}/history',
      'GET /api/sa/{id}/isomers',
      'GET /api/sa/{id}/status',
      'GET /api/sa/{id}/steps/{n}',
      'GET /api/sa/{id}/stream',
      'GET /docs',
      'GET /health',
      'GET /livez',
      'GET /metrics',
      'GET /openapi.json',
      'GET /readyz',
      'PATCH /api/sa/{id}',
      'POST /api/classes',
      'POST /api/classes/{code}/members',
      'POST /api/classes/{code}/results',
      'POST /api/sa/configure',
      'POST /api/sa/{id}/pause',
      'POST /api/sa/{id}/reset',
      'POST /api/sa/{id}/start',
      'POST /api/sa/{id}/step',
    ]);
  });

  test('tells the version of the server and where it is', () => {
    expect(document.info.version).toBe('1.2.3');
    expect(document.servers).toEqual([{ url: '/' }]);
    const elsewhere = protocol.openApiDocument({ version: '1', serverUrl: 'https://example.org/annealing' });
    expect(elsewhere.servers).toEqual([{ url: 'https://example.org/annealing' }]);
  });

  test('describes every operation, under an id of its own', () => {
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(23);
    for (const { operationId, summary, description } of operations) {
      expect(operationId).toMatch(/^[a-z]+[A-Z]\w+$/);
      expect(summary).toMatch(/^[A-Z]/);
      expect(description).toMatch(/.{20,}/);
    }
  });

  test('every error response is a problem document that names its codes, all with the right status', () => {
    for (const operation of operations) {
      const errors = Object.entries(operation.responses ?? {}).filter(([status]) => Number(status) >= 400);
      expect(errors.map(([status]) => status)).toContain('500');
      for (const [status, response] of errors) {
        if (status === '503') expect(response.headers).toHaveProperty('Retry-After');
        const { schema, examples } = response.content['application/problem+json'];
        expect(schema).toEqual({ $ref: '#/components/schemas/Problem' });
        for (const [code, example] of Object.entries<{ value: unknown }>(examples)) {
          expect(response.description).toContain(`\`${code}\``);
          expect(protocol.problemDocument.parse(example.value)).toMatchObject({
            code,
            status: Number(status),
          });
        }
      }
    }
  });

  test('every problem of the catalogue occurs', () => {
    const text = JSON.stringify(document);
    for (const code of Object.keys(protocol.PROBLEMS)) expect(text).toContain(`\`${code}\``);
  });

  test('every parameter occurs with its title, description and default', () => {
    const body = document.components?.schemas?.['ConfigureRequest'];
    if (body === undefined || !('properties' in body)) throw new Error('ConfigureRequest has no properties.');
    for (const parameter of Object.values(protocol.PARAMETERS)) {
      const field = body.properties?.[parameter.name];
      expect(field).toMatchObject({ title: parameter.label });
      expect(field?.description).toContain(parameter.help);
      if (parameter.default !== undefined) expect(field).toHaveProperty('default', parameter.default);
    }
    expect(body.required).toEqual(['formula']);
  });

  test('leaves every object open for members of later versions', () => {
    expect(JSON.stringify(document)).not.toContain('"additionalProperties":false');
  });

  test('is made anew for each caller', () => {
    expect(protocol.openApiDocument({ version: '1.2.3' })).toEqual(document);
    expect(protocol.openApiDocument({ version: '1.2.3' })).not.toBe(document);
  });
});

describe('the schemas of the document', () => {
  let ajv: Ajv2020;
  const validatorOf = (name: string) => ajv.getSchema(`openapi#/components/schemas/${name}`);

  beforeAll(() => {
    ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'openapi', ...document });
  });

  test('are those of this package, each of them', () => {
    expect(Object.keys(document.components?.schemas ?? {}).sort()).toEqual([...namedSchemas.keys()].sort());
  });

  test.each([...namedSchemas])('%s has examples that both zod and JSON Schema accept', (name, schema) => {
    const examples: unknown = schema.meta()?.['examples'];
    const told = document.components?.schemas?.[name];
    expect(told).toHaveProperty('examples', examples);
    if (!Array.isArray(examples)) throw new Error(`${name} has no examples.`);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect(schema.parse(example)).toMatchObject(example);
      expect(validatorOf(name)?.(example)).toBe(true);
    }
  });

  test.each([
    { formula: 'C6H14' },
    { formula: 'c6h14' },
    {},
    { formula: `${'C'.repeat(257)}` },
    { formula: 'C', initial_temp: 0 },
    { formula: 'C', initial_temp: 0.1 },
    { formula: 'C', cooling_schedule_k: -1 },
    { formula: 'C', steps_per_cycle: 1.5 },
    { formula: 'C', num_cycles: 0 },
    { formula: 'C', optimization_mode: 'up' },
    { formula: 'C', component_weights: {} },
    { formula: 'C', component_weights: { logp: -1 } },
    { formula: 'C', component_weights: { logp: 2e9 } },
    { formula: 'C', component_weights: { logp: 1 } },
    { formula: 'C', component_versions: {} },
    { formula: 'C', component_versions: { logp: 0 } },
    { formula: 'C', steps_per_second: null },
    { formula: 'C', steps_per_second: 0.01 },
    { formula: 'C', min_temp: null },
    { formula: 'C', initial_temp: null },
    { formula: 'C', initial: '' },
    { formula: 'C', reheat: 'yes' },
    { formula: 'C', unknown: 1 },
  ])('judge %j as zod does', (body) => {
    expect(validatorOf('ConfigureRequest')?.(body)).toBe(protocol.configureRequest.safeParse(body).success);
  });
});

describe('the stream', () => {
  const operation = document.paths?.['/api/sa/{id}/stream']?.get;
  const content = operation?.responses?.['200'].content['text/event-stream'];

  test('describes each event by name, id and schema', () => {
    expect(Object.keys(content['x-sse-events'])).toEqual(Object.keys(protocol.STREAM_EVENTS));
    for (const { data } of Object.values<{ data: { $ref: string } }>(content['x-sse-events'])) {
      expect(namedSchemas.has(data.$ref.replace('#/components/schemas/', ''))).toBe(true);
    }
  });

  test('has a transcript of events as they are sent, whose data and ids are valid', () => {
    const events: string[] = content.example.trimEnd().split('\n\n');
    expect(events.length).toBeGreaterThan(2);
    for (const event of events) {
      const fields = new Map(
        event.split('\n').map((line) => [line.split(': ', 1)[0], line.replace(/^\w+: /, '')]),
      );
      const schema = Object.entries(protocol.STREAM_EVENTS).find(
        ([name]) => name === fields.get('event'),
      )?.[1];
      const data: { step?: number } = JSON.parse(fields.get('data') ?? '');
      expect(schema?.parse(data)).toEqual(data);
      const id = fields.get('id');
      if (id !== undefined) expect(protocol.parseEventId(id)?.step).toBe(data.step);
    }
    expect(operation?.description).toContain(events[0]);
  });

  test('takes the query parameters, and the header that an EventSource sends', () => {
    const names = operation?.parameters?.map((parameter) =>
      'in' in parameter ? `${parameter.in} ${parameter.name}` : '',
    );
    expect(names).toEqual([
      'path id',
      ...Object.keys(protocol.streamQuery.shape).map((name) => `query ${name}`),
      'header Last-Event-ID',
    ]);
  });
});
