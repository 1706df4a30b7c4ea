import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { WORKER_FILES } from '../testing/compiled-files.ts';

const script = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`;

/** Has Node tell of every module that it loads. */
const HOOK = script(`
  import { writeSync } from 'node:fs';
  export async function load(url, context, next) {
    writeSync(1, url + '\\n');
    return next(url, context);
  }`);
const PRELUDE = script(`import { register } from 'node:module'; register(${JSON.stringify(HOOK)});`);

test.each(['advance', 'depict'] as const)(
  'a thread that is to %s loads neither the schemas of requests nor anything of the server',
  (name) => {
    const file = fileURLToPath(WORKER_FILES[name]);
    const output = execFileSync(process.execPath, ['--import', PRELUDE, file], { encoding: 'utf8' });
    const loaded = output.split('\n').filter((line) => line.startsWith('file:'));
    expect(loaded.some((url) => url.endsWith('/sa-core/dist/index.js'))).toBe(true);
    const packages = loaded.map((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]);
    expect(new Set(packages)).toEqual(new Set([undefined, 'openchemlib']));
    expect(loaded.filter((url) => /\/api\/dist\/(?!annealing\/)/.test(url))).toEqual([]);
  },
);
