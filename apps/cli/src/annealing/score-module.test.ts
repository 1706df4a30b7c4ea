import { afterAll, describe, expect, test } from '@jest/globals';
import { runWebfaulon } from '../testing/run-webfaulon.ts';
import { folderOf, SCORE_MODULES } from '../testing/score-modules.ts';

const folder = folderOf(SCORE_MODULES);
afterAll(folder.remove);

const annealBy = (...args: string[]) => runWebfaulon(['anneal', 'C4H8', ...args], { cwd: folder.path });

describe('a score module', () => {
  test.each(['list.js', 'component.js', 'default.js'])('can be written as %s is', async (file) => {
    const { stdout, exitCode } = await annealBy('--score-module', file, '--maximize', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ best_energy: 1 });
  });

  test('works in the threads of several runs, and beside other scores', async () => {
    const { stdout, exitCode } = await annealBy(
      ...[
        '--score-module',
        './list.js',
        '--score',
        'double_bonds=10',
        '--score',
        'wiener_index',
        '--runs',
        '3',
        '--json',
      ],
    );
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      runs: [{}, {}, {}],
      isomers: [{ smiles: 'C1CCC1', score: 8 }, {}, {}, {}, {}],
    });
  });

  test.each([
    ['throws.js', 1, /The score "mine" of \S+throws\.js failed: TypeError: boom\n$/],
    ['nan.js', 1, /The score "mine" of \S+nan\.js gave NaN; a score must be a finite number\.\n$/],
    ['no-score.js', 65, /^In the score module \S+no-score\.js: .* it has no score function\.\n$/],
    ['nothing.js', 65, /^The score module \S+nothing\.js exports no scoring component, .*\n$/],
    ['syntax.js', 65, /^The score module \S+syntax\.js cannot be loaded: SyntaxError: .*\n$/],
    ['missing.js', 66, /^There is no score module \S+missing\.js\.\n$/],
  ])('like %s ends in exit code %i and a sentence that names it', async (file, code, sentence) => {
    for (const runs of ['1', '2']) {
      const { stdout, stderr, exitCode } = await annealBy('--score-module', file, '--runs', runs);
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code });
      expect(stderr).toMatch(sentence);
    }
  });
});
