import { ROOT } from '../support/root.mjs';
import { findTurnedArrows } from './dependency-arrows.mjs';

const found = await findTurnedArrows(ROOT);
for (const sentence of found) console.error(sentence);
if (found.length > 0)
  console.error('\nThe picture of what may import what stands in scripts/lint/dependency-rules.mjs.');
process.exitCode = found.length > 0 ? 1 : 0;
