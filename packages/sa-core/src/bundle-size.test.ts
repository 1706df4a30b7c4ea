import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, jest, test } from '@jest/globals';
import { minified } from './testing/bundle.ts';

jest.setTimeout(60_000);

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');
const LIMITS = /all that `anneal` needs is under (\d+) kB, and all that is exported under (\d+) kB/.exec(
  README,
)!;

/** Bytes of a bundle that exports this of the package, minified and compressed by gzip. */
async function compressedSize(names: string): Promise<number> {
  return gzipSync(await minified(`export ${names} from './index.ts'`), { level: 9 }).length;
}

describe('a bundle for browsers', () => {
  test('of what anneal needs is as small as the README says', async () => {
    const size = await compressedSize('{ anneal }');
    expect(size).toBeGreaterThan(5000);
    expect(size).toBeLessThan(1000 * Number(LIMITS[1]));
  });

  test('of all that is exported is as small as the README says', async () => {
    expect(await compressedSize('*')).toBeLessThan(1000 * Number(LIMITS[2]));
  });

  test('holds what is used alone', async () => {
    expect(await compressedSize('{ wienerIndexOf }')).toBeLessThan(1000);
  });

  test('names no module of Node, which a browser could not load', async () => {
    expect(await minified("export * from './index.ts'")).not.toMatch(/\b(from|import\(?|require\()\s*["']/);
  });
});
