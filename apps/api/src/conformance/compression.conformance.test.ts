import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { messageClassesOf } from '../connections/message-classes.ts';
import { SHORT } from '../testing/runs.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const gzip = { 'accept-encoding': 'gzip' };

describe('compression', () => {
  test('of long answers, for whoever understands it', async () => {
    const compressed = await server.fetch('/openapi.json', { headers: gzip });
    expect(compressed.headers.get('content-encoding')).toBe('gzip');
    expect(compressed.headers.get('vary')).toMatch(/Accept-Encoding/);
    expect(await compressed.json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) as unknown });
    const plain = await server.fetch('/openapi.json', { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });

  test('of no short answer and no stream', async () => {
    const id = await server.configureAndStart(SHORT);
    const answers = await Promise.all([
      server.fetch('/health', { headers: gzip }),
      server.fetch(`/api/sa/${id}/stream`, { headers: gzip }),
    ]);
    expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual([null, null]);
    for (const answer of answers) await answer.body?.cancel();
  });
});

test('requests and responses have the prototypes of the app from the first', async () => {
  const app = express();
  app.get('/', (request, response) => {
    response.json(
      [request, response].map((message) => [
        Object.getPrototypeOf(message) === message.constructor.prototype,
        'app' in message && message.app === app,
      ]),
    );
  });
  const listening = createServer(messageClassesOf(app), app);
  const answer = await supertest(listening).get('/');
  expect(answer.body).toEqual([
    [true, true],
    [true, true],
  ]);
});
