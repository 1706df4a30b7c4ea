import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { firstLoad, sizeOfAssets, sumOf } from './page-size.mjs';

describe('the JavaScript of a first load', () => {
  let page;
  const write = (file, text) => writeFileSync(join(page, file), text);
  const filesOf = () => [...firstLoad(page).keys()].sort();

  beforeEach(() => {
    page = mkdtempSync(join(tmpdir(), 'webfaulon-page-'));
    mkdirSync(join(page, 'assets'));
    write('index.html', '<script type="module" crossorigin src="./assets/index-a1.js"></script>');
    write(
      'assets/index-a1.js',
      'import{a as b}from"./one-a1.js";import"./two-a1.js";b();import("./late-a1.js")',
    );
    write('assets/one-a1.js', 'export{c as a}from"./deep-a1.js";const text="from ./nothing.js"');
    write('assets/two-a1.js', 'import*as t from"./one-a1.js";t.a()');
    write('assets/deep-a1.js', 'export const c=1');
    write('assets/late-a1.js', 'import"./later-a1.js"');
    write('assets/later-a1.js', '1');
  });
  afterEach(() => rmSync(page, { recursive: true }));

  it('is what index.html names, and all that this imports, however deep', () => {
    assert.deepEqual(filesOf(), [
      'assets/deep-a1.js',
      'assets/index-a1.js',
      'assets/one-a1.js',
      'assets/two-a1.js',
    ]);
  });

  it('counts what is loaded before it is wanted', () => {
    write(
      'index.html',
      '<script type="module" src="./assets/two-a1.js"></script><link rel="modulepreload" crossorigin href="./assets/late-a1.js">',
    );
    assert.ok(filesOf().includes('assets/later-a1.js'));
  });

  it('is compressed', () => {
    write('assets/two-a1.js', 'x'.repeat(100_000));
    assert.ok(sumOf(firstLoad(page)) < 1000);
  });

  it('cannot be measured where there is no script', () => {
    write('index.html', '<p>Nothing.</p>');
    assert.throws(() => firstLoad(page), /loads no script/);
  });

  it('tells the size of assets by their names', () => {
    assert.equal(sizeOfAssets(page, 'none', '.js'), 0);
    assert.ok(sizeOfAssets(page, 'late', '.js') > 0);
  });
});
