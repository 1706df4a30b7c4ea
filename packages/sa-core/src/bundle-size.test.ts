import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, jest, test } from '@jest/globals';
import { minified } from './testing/bundle.ts';

jest.setTimeout(60_000);

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** What is bundled, by its row in the README, and the most bytes that it may have, compressed by gzip. */
const BUNDLES = [
  ['`anneal` of `@webfaulon/sa-core/anneal`', "export { anneal } from './anneal-alone.ts'", 20 * 1024],
  ['`anneal` of `@webfaulon/sa-core`', "export { anneal } from './index.ts'", 24_000],
  ['all that `@webfaulon/sa-core` exports', "export * from './index.ts'", 40_000],
] as const;
/** By how many kB the README may be off before it is to be written anew: what it says is rounded. */
const ROUNDING = 0.25;

const gzipped = (text: string): number => gzipSync(text, { level: 9 }).length;

/** The figures in a row of the README, in kB. */
function saidOf(row: string): number[] {
  const line = README.split('\n').find((text) => text.startsWith(`| ${row} `))!;
  return line.split('|').slice(2, 4).map(Number);
}

describe('a bundle for browsers', () => {
  test.each(BUNDLES)(
    'of %s keeps its limit, is as small as the README says, and needs no module',
    async (row, text, limit) => {
      const bundle = await minified(text);
      expect(/\b(from|import\(?|require\()\s*["'].*?["']/.exec(bundle)?.[0]).toBeUndefined();
      expect(gzipped(bundle)).toBeLessThan(limit);
      const [gzip, brotli] = saidOf(row);
      expect(Math.abs(gzipped(bundle) / 1000 - gzip!)).toBeLessThan(ROUNDING);
      expect(Math.abs(brotliCompressSync(bundle).length / 1000 - brotli!)).toBeLessThan(ROUNDING);
    },
  );

  test('holds what is used alone', async () => {
    expect(gzipped(await minified("export { wienerIndexOf } from './index.ts'"))).toBeLessThan(1000);
  });
});
