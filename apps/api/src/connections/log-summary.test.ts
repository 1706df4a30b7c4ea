import { expect, test } from '@jest/globals';
import { createRequestSummary } from './log-summary.ts';

const ID = '7f1c2f0e-2a55-4a0b-9a34-3d0f5a1c9b21';
const summary = createRequestSummary();
const urlOf = (url: string) => summary({ id: 1, method: 'GET', url }).url;

test.each([
  `/api/sa/${ID}/status`,
  `/api/sa/${ID}`,
  `/API/SA/${ID.toUpperCase()}/stream?lastEventId=7`,
  `http://localhost/api/sa/${ID}/steps/3`,
  `/behind/a/proxy/api/sa/${ID}#x`,
  '/api/sa/%37f1c2f0e-2a55-4a0b-9a34-3d0f5a1c9b21/status',
  '/api/classes/K7WQ3N/members',
])('%s is logged without its id', (url) => {
  expect(urlOf(url)).not.toMatch(/1c2f0e-2a55|K7WQ3N/i);
  expect(urlOf(url)).toMatch(/\/#[\w-]{8}(\/|\?|#|$)/);
});

test.each(['/api/sa/configure', '/api/sa/components', '/api/classes', '/health', '/docs/?x=1'])(
  '%s is logged as it is',
  (url) => {
    expect(urlOf(url)).toBe(url);
  },
);

test('the same id has the same tag, another has another, and another process has others', () => {
  expect(urlOf(`/api/sa/${ID}/status`)).toBe(urlOf(`/api/sa/${ID}/status`));
  expect(urlOf(`/api/sa/${ID}`)).not.toBe(urlOf(`/api/sa/${ID.replace('7', '8')}`));
  expect(createRequestSummary()({ id: 1, method: 'GET', url: `/api/sa/${ID}` }).url).not.toBe(
    urlOf(`/api/sa/${ID}`),
  );
});
