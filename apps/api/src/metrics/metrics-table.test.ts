import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { METRICS } from './metric-catalogue.ts';
import { metricsTable } from './metrics-table.ts';

test('docs/metrics.md has the table of metrics; after a change run `pnpm build && pnpm run docs` in apps/api', () => {
  const document = readFileSync(new URL('../../../../docs/metrics.md', import.meta.url), 'utf8');
  const between = /<!-- metrics:start -->\n([\s\S]*?)<!-- metrics:end -->/.exec(document)?.[1];
  expect(between?.trim()).toBe(metricsTable());
});

test('a table has a row for each metric, with four cells that no text breaks', () => {
  const [, , ...rows] = metricsTable().split('\n');
  expect(rows).toHaveLength(Object.keys(METRICS).length);
  for (const row of rows) expect(row).toMatch(/^\|(?: [^|\n]* \|){4}$/);
});
