import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const INDEX =
  '<!doctype html><title>The page</title><script src="./assets/main-x1.js" type="module"></script>';
const SCRIPT = 'console.info("the page");';

let directory: string;
let server: TestServer;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'webfaulon-page-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), INDEX);
  writeFileSync(join(directory, 'assets', 'main-x1.js'), SCRIPT);
  writeFileSync(join(directory, 'assets', 'main-x1.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(directory, 'assets', 'main-x1.css'), 'p { margin: 0 }');
  server = await startTestServer({ pageDirectory: directory });
});

afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true });
});

describe('the page', () => {
  test('stands at /, and is asked for each time', async () => {
    for (const path of ['/', '/index.html']) {
      const response = await server.fetch(path);
      expect([path, response.status, await response.text()]).toEqual([path, 200, INDEX]);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  test('that has not changed is not sent again', async () => {
    const etag = (await server.fetch('/')).headers.get('etag')!;
    const again = await server.fetch('/', {
      headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
  });

  test('has assets that may be kept for ever', async () => {
    const response = await server.fetch('/assets/main-x1.css');
    expect(response.headers.get('content-type')).toMatch(/^text\/css/);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('sends compressed copies to who understands them', async () => {
    // fetch decompresses unseen; told to send no Accept-Encoding it must get the plain file.
    const compressed = await server.fetch('/assets/main-x1.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(compressed.headers.get('content-encoding')).toBe('gzip');
    expect(compressed.headers.get('content-type')).toMatch(/javascript/);
    expect(compressed.headers.get('vary')).toMatch(/Accept-Encoding/);
    expect(await compressed.text()).toBe(SCRIPT);
    const plain = await server.fetch('/assets/main-x1.js', { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(SCRIPT);
  });

  test('is sent whole, whatever part of it is asked for', async () => {
    for (const range of ['bytes=0-10', 'bytes=99999999-', 'bytes=0-1,3-4', 'lines=1']) {
      const response = await server.fetch('/', { headers: { range } });
      expect([range, response.status, await response.text()]).toEqual([range, 200, INDEX]);
      expect(response.headers.get('accept-ranges')).toBeNull();
    }
  });

  test.each(['/', '/assets/main-x1.js'])(
    'of %s answers a condition that it does not meet with a problem that nobody keeps',
    async (path) => {
      for (const condition of [
        { 'if-match': '"another"' },
        { 'if-unmodified-since': 'Mon, 01 Jan 1990 00:00:00 GMT' },
      ]) {
        const response = await server.fetch(path, { headers: { ...condition, 'accept-encoding': 'gzip' } });
        expect([response.status, await response.json()]).toMatchObject([
          412,
          { code: 'precondition_failed' },
        ]);
        expect(response.headers.get('content-encoding')).toBeNull();
        expect(response.headers.get('cache-control')).toBeNull();
      }
    },
  );

  test('whose file was taken away is not found', async () => {
    const file = join(directory, 'assets', 'main-x1.css');
    renameSync(file, `${file}.away`);
    try {
      const response = await server.fetch('/assets/main-x1.css');
      expect([response.status, await response.json()]).toMatchObject([404, { code: 'route_not_found' }]);
      expect(response.headers.get('cache-control')).toBeNull();
    } finally {
      renameSync(`${file}.away`, file);
    }
  });

  test('is under a policy that lets nothing in from elsewhere, and works over plain HTTP', async () => {
    const policy = (await server.fetch('/')).headers.get('content-security-policy')!;
    expect(policy).toMatch(/default-src 'self'(;|$)/);
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toMatch(/style-src 'self'(;|$)/);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|upgrade-insecure-requests/);
  });

  test.each(['/assets/nothing.js', '/assets/main-x1.js.gz', '/assets/..%2findex.html', '/assets/'])(
    'has no %s',
    async (path) => {
      expect((await server.fetch(path)).status).toBe(404);
    },
  );

  test('is only read', async () => {
    const response = await server.post('/');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});

test('without a page / leads to the documentation', async () => {
  const bare = await startTestServer({ pageDirectory: join(directory, 'nothing') });
  try {
    const response = await bare.fetch('/');
    expect(await response.text()).toMatch(/<title>WebFaulon API<\/title>/);
  } finally {
    await bare.stop();
  }
});
