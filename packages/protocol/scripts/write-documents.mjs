// Writes docs/errors.md, and the table of parameters in the README, from what the package declares. Build it first.
import { readFile, writeFile } from 'node:fs/promises';
import { renderErrorsDocument, renderParametersTable } from '@webfaulon/protocol';

const root = new URL('../../../', import.meta.url);
await writeFile(new URL('docs/errors.md', root), renderErrorsDocument());
const readme = new URL('README.md', root);
const written = (await readFile(readme, 'utf8')).replace(
  /(<!-- parameters:start -->\n)[\s\S]*?(<!-- parameters:end -->)/,
  (_, start, end) => `${start}${renderParametersTable()}\n${end}`,
);
await writeFile(readme, written);
