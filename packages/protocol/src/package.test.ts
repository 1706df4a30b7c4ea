import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const SOURCE = new URL('./', import.meta.url);

test('the example of the README does what it says', () => {
  const readme = readFileSync(new URL('../README.md', SOURCE), 'utf8');
  const example = /```js\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const promised = Array.from(example.matchAll(/; \/\/ (.*)$/gm), (match) => match[1]);
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', example], {
    cwd: fileURLToPath(new URL('../', SOURCE)),
    encoding: 'utf8',
  });
  expect(promised.length).toBeGreaterThan(5);
  expect(printed.trimEnd().split('\n')).toEqual(promised);
});

test('nothing of it needs Node', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    expect(readFileSync(new URL(file, SOURCE), 'utf8')).not.toMatch(
      /'node:|\b(process|Buffer|require)\b[.(]/,
    );
  }
});

test('it needs no eval, which a strict Content-Security-Policy forbids', () => {
  const example = `
    const { configureRequest, progressEvent, validate } = await import('@webfaulon/protocol');
    console.log(validate(configureRequest, { formula: 'C' }).ok, validate(progressEvent, {}).ok, probes);`;
  const watch = `
    let probes = 0;
    globalThis.Function = new Proxy(Function, { construct() { probes++; throw new Error('eval'); } });`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', watch + example], {
    cwd: fileURLToPath(new URL('../', SOURCE)),
    encoding: 'utf8',
  });
  expect(printed.trim()).toBe('true false 0');
});
