import { readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { fromRoot } from '../support/root.mjs';

// The tool's own command passes over warnings, which are as cheap to mend as errors.
const found = validate(readFileSync(fromRoot('Dockerfile'), 'utf8'));
for (const { range, message } of found) console.error(`Dockerfile:${range.start.line + 1} ${message}`);
process.exitCode = found.length > 0 ? 1 : 0;
