/**
 * Prints the table of reachability in docs/filters.md: `node bench/filter-reachability.mjs C6H6 C8H10`, after a build.
 */
import { enumerateIsomers, reachableParts, STRUCTURAL_RULES } from '../dist/index.js';

const names = STRUCTURAL_RULES.map(({ name }) => name);
const row = (cells) => `| ${cells.join(' | ')} |`;
console.log(row(['formula', 'isomers', ...names.map((name) => `\`${name}\``), 'all']));
console.log(row(['---', ...names.map(() => '---'), '---', '---']));
for (const formula of process.argv.slice(2)) {
  const isomers = [...enumerateIsomers(formula)];
  const cells = [...names.map((name) => [name]), names].map((filters) =>
    reachableParts(isomers, filters).join(' + '),
  );
  console.log(row([formula, isomers.length, ...cells]));
}
