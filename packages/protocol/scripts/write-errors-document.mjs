// Writes docs/errors.md from the catalogue of problems. Build the package first.
import { writeFile } from 'node:fs/promises';
import { renderErrorsDocument } from '@webfaulon/protocol';

await writeFile(new URL('../../../docs/errors.md', import.meta.url), renderErrorsDocument());
