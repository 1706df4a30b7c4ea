// Writes the tables in the documents from what the server declares. Build it first.
import { readFile, writeFile } from 'node:fs/promises';
import { configurationTable } from '../dist/configuration-table.js';
import { metricsTable } from '../dist/metrics/metrics-table.js';

const TABLES = [
  ['README.md', 'configuration', configurationTable()],
  ['docs/metrics.md', 'metrics', metricsTable()],
];

for (const [path, name, table] of TABLES) {
  const document = new URL(`../../../${path}`, import.meta.url);
  const place = new RegExp(`(<!-- ${name}:start -->\\n)[\\s\\S]*?(<!-- ${name}:end -->)`);
  const written = (await readFile(document, 'utf8')).replace(
    place,
    (_, start, end) => `${start}${table}\n${end}`,
  );
  await writeFile(document, written);
}
