import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { requireNode } from './bootstrap.mjs';
import { isInstalled, rememberInstall } from './install-stamp.mjs';

describe('the version of Node', () => {
  for (const present of ['20.19.0', '20.20.2', '22.1.0', '100.0.0']) {
    it(`${present} is new enough for >=20.19`, () => requireNode('>=20.19', present));
  }

  for (const present of ['9.11.2', '18.20.8', '20.18.3']) {
    it(`${present} is refused in one sentence that names both`, () => {
      assert.throws(() => requireNode('>=20.19', present), {
        message: `WebFaulon needs Node.js >=20.19, and this is ${present}: please install a newer one.`,
      });
    });
  }
});

describe('the memory of an install', () => {
  let root;
  const write = (file, text) => writeFileSync(join(root, file), text);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'webfaulon-install-'));
    mkdirSync(join(root, 'packages/one/node_modules'), { recursive: true });
    mkdirSync(join(root, 'node_modules'));
    for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) write(file, '{}');
    write('packages/one/package.json', '{"dependencies":{"two":"1.0.0"}}');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is absent in a fresh clone', () => assert.equal(isInstalled(root), false));

  it('holds while nothing changes', () => {
    rememberInstall(root);
    assert.equal(isInstalled(root), true);
  });

  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'packages/one/package.json']) {
    it(`is void once ${file} changes`, () => {
      rememberInstall(root);
      write(file, '{"name":"changed"}');
      assert.equal(isInstalled(root), false);
    });
  }

  it('is void once a workspace is added', () => {
    rememberInstall(root);
    mkdirSync(join(root, 'apps/two'), { recursive: true });
    write('apps/two/package.json', '{}');
    assert.equal(isInstalled(root), false);
  });

  it('is void once the dependencies of one workspace are deleted', () => {
    rememberInstall(root);
    rmSync(join(root, 'packages/one/node_modules'), { recursive: true });
    assert.equal(isInstalled(root), false);
  });
});
