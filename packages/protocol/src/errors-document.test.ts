import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { renderErrorsDocument } from './errors-document.ts';
import { PROBLEMS } from './problems.ts';

test('docs/errors.md is the catalogue; after a change run `pnpm build && pnpm run docs` in packages/protocol', () => {
  const written = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
  expect(written).toBe(renderErrorsDocument());
});

test('every problem stands once under its status', () => {
  const lines = renderErrorsDocument().split('\n');
  const statusOf = (at: number) => lines.slice(0, at).findLast((line) => line.startsWith('## '));
  for (const [code, { status, description }] of Object.entries(PROBLEMS)) {
    const headings = lines.flatMap((line, at) => (line === `### ${code}` ? [at] : []));
    expect(headings).toHaveLength(1);
    expect(statusOf(headings[0] ?? 0)).toBe(`## ${status}`);
    expect(lines.join('\n')).toContain(description);
  }
});
