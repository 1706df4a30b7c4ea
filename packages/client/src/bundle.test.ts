import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';

/** What a page may spend on it, of 100 KB in all. */
const MAX_COMPRESSED_BYTES = 8000;

/** Every file that importing the built package loads, by URL. */
function filesOf(entry: string, files = new Map<string, string>()): Map<string, string> {
  if (files.has(entry)) return files;
  const text = readFileSync(new URL(entry), 'utf8');
  files.set(entry, text);
  for (const [, name] of text.matchAll(/^(?:import|export)\b[^;'"]*\bfrom ['"]([^'"]+)['"]/gm)) {
    filesOf(name!.startsWith('.') ? new URL(name!, entry).href : import.meta.resolve(name!), files);
  }
  return files;
}

test('what a browser loads is small, and no validation library is in it', () => {
  const files = filesOf(new URL('../dist/index.js', import.meta.url).href);
  const names = [...files.keys()].map((url) => url.replace(/.*\/(packages|node_modules)\//, ''));
  expect(names).toContain('client/dist/event-stream.js');
  expect(names.filter((name) => !name.startsWith('client/dist/')).sort()).toEqual([
    'eventsource-parser/dist/index.js',
    'protocol/dist/event-id.js',
  ]);
  const text = [...files.values()].join('\n');
  expect(text).not.toMatch(/from 'node:|\b(process|Buffer|require)\b[.(]/);
  expect(gzipSync(text).length).toBeLessThan(MAX_COMPRESSED_BYTES);
});
