import { beforeEach, expect, jest, test } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { fixedAnswer } from './fixed-answer.ts';

const TEXT = 'p { margin: 0 }\n'.repeat(1000);
const read = jest.fn<() => Promise<Buffer>>();
let api: ReturnType<typeof supertest>;

beforeEach(() => {
  read.mockReset().mockResolvedValue(Buffer.from(TEXT));
  const app = express();
  app.get('/', fixedAnswer('text/css', read));
  api = supertest(app);
});

test('it is read and compressed once, and sent to each in the form that it understands', async () => {
  for (const [encoding, sent] of [
    ['gzip, br', 'gzip'],
    ['br', undefined],
    ['identity', undefined],
  ] as const) {
    const answer = await api.get('/').set('Accept-Encoding', encoding);
    expect([answer.status, answer.headers['content-encoding'], answer.text]).toEqual([200, sent, TEXT]);
    expect(answer.headers).toMatchObject({ vary: 'Accept-Encoding', 'cache-control': 'no-cache' });
    expect(answer.headers['content-type']).toMatch(/^text\/css/);
    if (sent === 'gzip') expect(Number(answer.headers['content-length'])).toBeLessThan(TEXT.length / 10);
  }
  expect(read).toHaveBeenCalledTimes(1);
});

test('who has it already is not sent it again', async () => {
  const first = await api.get('/');
  const again = await api.get('/').set('If-None-Match', first.headers['etag']!);
  expect(again.status).toBe(304);
});

test('where it could not be read, the next request tries again', async () => {
  read.mockRejectedValueOnce(new Error('busy'));
  expect((await api.get('/')).status).toBe(500);
  expect((await api.get('/')).text).toBe(TEXT);
});
