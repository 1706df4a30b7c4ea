import { readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from '../support/root.mjs';
import { FIRST_LOAD_LIMIT, firstLoad, sizeOfAssets, sumOf } from './page-size.mjs';
import { sizeTable, tellsSizes, withSizeTable } from './size-table.mjs';

// Both builds of the page must be there: turbo makes them before `npm run lint:size`. With --write the table in the
// document is written anew.
const DOCUMENT = fromRoot('docs', 'page.md');
const served = fromRoot('apps', 'web', 'dist');
const staticFiles = fromRoot('apps', 'web', 'dist-static');

const fromServer = sumOf(firstLoad(served));
const fromStaticHost = sumOf(firstLoad(staticFiles));
const rows = [
  { what: 'JavaScript, page from the server', when: 'at once', bytes: fromServer },
  { what: 'JavaScript, static page', when: 'at once', bytes: fromStaticHost },
  { what: 'style sheets', when: 'at once', bytes: sizeOfAssets(served, 'index', '.css') },
  {
    what: 'worker that computes without a server',
    when: 'half a second after the page has come to rest, or with the first run',
    bytes: sizeOfAssets(staticFiles, 'local.worker', '.js'),
  },
  {
    what: 'drawing worker with OpenChemLib',
    when: 'a second after the page has come to rest, or with the first molecule',
    bytes: sizeOfAssets(served, 'draw.worker', '.js'),
  },
];

const complaints = [fromServer, fromStaticHost]
  .filter((bytes) => bytes > FIRST_LOAD_LIMIT)
  .map(
    (bytes) =>
      `A first visit loads ${bytes} bytes of compressed JavaScript; ${FIRST_LOAD_LIMIT} are allowed.`,
  );

const document = readFileSync(DOCUMENT, 'utf8');
if (process.argv.includes('--write')) writeFileSync(DOCUMENT, withSizeTable(document, sizeTable(rows)));
else if (!tellsSizes(document, rows))
  complaints.push(
    'The sizes in docs/page.md are no longer true. Write them anew: npm run lint:size -- --write',
  );

for (const sentence of complaints) console.error(sentence);
process.exitCode = complaints.length > 0 ? 1 : 0;
