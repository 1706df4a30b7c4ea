// Writes the table of variables in the README from what the server declares. Build it first.
import { readFile, writeFile } from 'node:fs/promises';
import { configurationTable } from '../dist/configuration-table.js';

const readme = new URL('../../../README.md', import.meta.url);
const written = (await readFile(readme, 'utf8')).replace(
  /(<!-- configuration:start -->\n)[\s\S]*?(<!-- configuration:end -->)/,
  (_, start, end) => `${start}${configurationTable()}\n${end}`,
);
await writeFile(readme, written);
