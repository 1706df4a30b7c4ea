import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { PROBLEMS, type ProblemCode, problemDocument } from '@webfaulon/protocol';
import { SaCoreError } from '@webfaulon/sa-core';
import express, { type NextFunction, type Request, type Response } from 'express';
import request from 'supertest';
import { eventually } from '../testing/eventually.ts';
import { ApiProblem } from './api-problem.ts';
import { problemHandler, problemOfConfiguration } from './problem-handler.ts';

const logged = jest.fn();
/** What the next request throws, where its body is read. */
let thrown: unknown;
let server: Server;

beforeAll(async () => {
  const app = express();
  app.use((incoming: Request, _: Response, next: NextFunction) => {
    Object.assign(incoming, { id: 'request-1', log: { error: logged } });
    next();
  });
  app.post('/body', express.json({ limit: 100, strict: false }), (incoming, response) => {
    response.json(incoming.body);
  });
  app.get('/thrown', () => {
    throw thrown;
  });
  app.get('/late', (_, response) => {
    response.write('half');
    throw new Error('too late');
  });
  app.get('/named/:name', (_, response) => {
    response.end();
  });
  app.use(problemHandler);
  server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  logged.mockClear();
});

function expectProblem(response: request.Response, code: ProblemCode): void {
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(response.status).toBe(PROBLEMS[code].status);
  expect(problemDocument.parse(response.body)).toEqual(response.body);
  expect(response.body).toMatchObject({ code, status: PROBLEMS[code].status, instance: 'request-1' });
}

async function answerTo(error: unknown): Promise<request.Response> {
  thrown = error;
  return await request(server).get('/thrown');
}

describe('what the body parser refuses', () => {
  const send = (body: string | Buffer, headers: Record<string, string> = {}) =>
    request(server)
      .post('/body')
      .set({ 'content-type': 'application/json', ...headers })
      .serialize((sent: unknown) => sent as string)
      .send(body);

  test.each<[string, string, Record<string, string>, ProblemCode]>([
    ['no JSON', '{"formula":', {}, 'invalid_json'],
    ['a body that is too large', JSON.stringify('x'.repeat(200)), {}, 'body_too_large'],
    ['an unknown encoding', '{}', { 'content-encoding': 'zstd2' }, 'unsupported_media_type'],
    [
      'an unknown charset',
      '{}',
      { 'content-type': 'application/json; charset=klingon' },
      'unsupported_media_type',
    ],
    ['what is no gzip', '{}', { 'content-encoding': 'gzip' }, 'invalid_json'],
  ])('%s', async (_, body, headers, code) => {
    expectProblem(await send(body, headers), code);
    expect(logged).not.toHaveBeenCalled();
  });

  test.each([
    [{ 'content-encoding': 'zstd2' }, /gzip/],
    [{ 'content-type': 'application/json; charset=klingon' }, /UTF-8/],
  ])('says which encodings it takes to who sends %j', async (headers, said) => {
    expect((await send('{}', headers)).body).toMatchObject({
      detail: expect.stringMatching(said) as unknown,
    });
  });

  test('says nothing of what the parser said, and takes a good body', async () => {
    const response = await send('{"formula": "C6H14" oops');
    expect(JSON.stringify(response.body)).not.toMatch(/oops|Unexpected|position|token/);
    expect((await send('{"a": 1}')).body).toEqual({ a: 1 });
  });

  test('a body that is cut off in the middle does no harm', async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(
      'POST /body HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"a"',
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    socket.destroy();
    await eventually(
      () => new Promise<boolean>((resolve) => server.getConnections((_, count) => resolve(count === 0))),
      'the connection is gone',
    );
    expect((await send('{}')).status).toBe(200);
    expect(logged).not.toHaveBeenCalled();
  });

  test.each([
    ['entity.too.large', 'body_too_large'],
    ['entity.parse.failed', 'invalid_json'],
    ['entity.verify.failed', 'invalid_json'],
    ['encoding.unsupported', 'unsupported_media_type'],
    ['charset.unsupported', 'unsupported_media_type'],
    ['request.size.invalid', 'invalid_json'],
    ['request.aborted', 'invalid_json'],
    ['stream.encoding.set', 'internal_error'],
    ['stream.not.readable', 'internal_error'],
  ] as const)('%s is %s', async (type, code) => {
    expectProblem(await answerTo(Object.assign(new Error('secret'), { type, status: 500 })), code);
  });
});

test('a problem is answered with its detail, its errors and its headers', async () => {
  const errors = [{ pointer: '/formula', detail: 'No.' }];
  const problem = new ApiProblem('server_full', {
    detail: 'Full.',
    errors,
    headers: { 'Retry-After': '30' },
  });
  const response = await answerTo(problem);
  expectProblem(response, 'server_full');
  expect(response.body).toMatchObject({
    detail: 'Full.',
    errors,
    error: PROBLEMS.server_full.title,
    status_code: 503,
  });
  expect(response.headers['retry-after']).toBe('30');
});

test.each([
  new Error('secret at /home/someone/secret.ts'),
  new TypeError('secret'),
  'secret',
  { secret: true, status: 404 },
  undefined,
])('an error of our own tells nothing, and the log everything: %p', async (error) => {
  if (error === undefined) return;
  const response = await answerTo(error);
  expectProblem(response, 'internal_error');
  expect(response.text).not.toMatch(/secret|someone|\.ts|stack/);
  expect(logged).toHaveBeenCalledWith({ err: error }, expect.any(String));
});

test('a path that cannot be decoded names nothing', async () => {
  expectProblem(await request(server).get('/named/%E0%A4%A'), 'route_not_found');
});

test('an error after the answer has begun cuts the answer off', async () => {
  await expect(request(server).get('/late')).rejects.toThrow(/aborted|hang up|terminated/);
});

test('what is wrong with a configuration points to its field', () => {
  const error = new SaCoreError('formula_syntax', 'No formula.', { pointer: '/formula' });
  const { document } = problemOfConfiguration(error, 'formula_syntax');
  expect(document).toMatchObject({
    status: 422,
    detail: 'No formula.',
    errors: [{ pointer: '/formula', code: 'formula_syntax', detail: 'No formula.' }],
  });
});
