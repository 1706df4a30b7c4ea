import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { renderTables, withTables } from './document.ts';
import { renderPlot } from './plot.ts';
import { proveOptima } from './prove-optima.ts';
import type { StudyResults } from './results.ts';
import { DEFAULT_EXTENT, runStudy } from './run-study.ts';

const HELP = `Usage: npm run study -- [options]

Measures how soon each method finds the optimum of each problem, and writes docs/study.json, the tables of docs/study.md and docs/study.svg.

  --seeds <n>     runs of each method on each problem, seeds 1 to n (${DEFAULT_EXTENT.seeds})
  --minutes <n>   begin no more seeds after so long (${DEFAULT_EXTENT.minutes})
  --threads <n>   worker threads (${DEFAULT_EXTENT.threads})
  --short         ten seeds, and the tables on standard output instead of in docs
  --render        run nothing: write the tables and the plot anew from docs/study.json
  --prove         run nothing: enumerate what can be enumerated and compare the optima
`;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    minutes: { type: 'string' },
    threads: { type: 'string' },
    short: { type: 'boolean', default: false },
    render: { type: 'boolean', default: false },
    prove: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const docs = new URL('../../../docs/', import.meta.url);
const RESULTS = new URL('study.json', docs);
const DOCUMENT = new URL('study.md', docs);
const PLOT = new URL('study.svg', docs);

function positiveInteger(name: 'seeds' | 'minutes' | 'threads', otherwise: number): number {
  const text = values[name];
  const value = text === undefined ? otherwise : Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  process.stderr.write(`--${name} must be a whole number of at least 1, not "${text}".\n`);
  process.exit(2);
}

function write(results: StudyResults): void {
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(DOCUMENT, withTables(readFileSync(DOCUMENT, 'utf8'), renderTables(results)));
  writeFileSync(PLOT, renderPlot(results));
}

function tell(done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of up to ${all} parts`);
  if (process.stderr.isTTY && done === all) process.stderr.write('\n');
}

async function main(): Promise<void> {
  if (values.help) process.stdout.write(HELP);
  else if (values.prove) {
    for (const line of proveOptima()) process.stdout.write(`${line}\n`);
  } else if (values.render) write(JSON.parse(readFileSync(RESULTS, 'utf8')));
  else {
    const extent = {
      seeds: positiveInteger('seeds', values.short ? 10 : DEFAULT_EXTENT.seeds),
      minutes: positiveInteger('minutes', DEFAULT_EXTENT.minutes),
      threads: positiveInteger('threads', DEFAULT_EXTENT.threads),
    };
    const results = await runStudy(extent, tell);
    if (values.short) process.stdout.write(`${renderTables(results)}\n`);
    else write(results);
  }
}

await main();
