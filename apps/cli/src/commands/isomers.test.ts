import { describe, expect, test } from '@jest/globals';
import { enumerateIsomers, wienerIndex } from '@webfaulon/sa-core';
import { inShell, runWebfaulon } from '../testing/run-webfaulon.ts';

const list = (...args: string[]) => runWebfaulon(['isomers', ...args]);

describe('the isomers of a formula', () => {
  test('are a canonical SMILES and a Wiener index on each line', async () => {
    const expected = [...enumerateIsomers('C4H8O2', { components: [wienerIndex] })].map(
      ({ smiles, scores }) => `${smiles}\t${scores[0]}\n`,
    );
    expect(await list('O2C4H8')).toEqual({ stdout: expected.join(''), stderr: '', exitCode: 0 });
    expect(expected).toHaveLength(122);
  });

  test('are counted', async () => {
    expect(await list('C6H6', '--count')).toEqual({ stdout: '217\n', stderr: '', exitCode: 0 });
    expect((await list('C6H6', '--count', '--json')).stdout).toBe('{"formula":"C6H6","count":217}\n');
  });

  test('are told as JSON, CSV and an SD file', async () => {
    const isomers = [
      { smiles: 'CCCC', wiener_index: 10 },
      { smiles: 'CC(C)C', wiener_index: 9 },
    ];
    expect(JSON.parse((await list('C4H10', '--json')).stdout)).toEqual({
      formula: 'C4H10',
      isomers,
      count: 2,
      complete: true,
    });
    expect((await list('C4H10', '--format', 'csv')).stdout).toBe('smiles,wiener_index\nCCCC,10\nCC(C)C,9\n');
    expect((await list('C4H10', '--format', 'sdf')).stdout.match(/^\$\$\$\$$/gm)).toHaveLength(2);
  });

  test('are refused where they are known to be too many, before anything is written', async () => {
    const { stdout, stderr, exitCode } = await list('C9H8O4', '--json');
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 65 });
    expect(stderr).toMatch(
      /^C9H8O4 has 402560255 isomers, and the limit .* 100000\. .* The option is --limit\.\n$/,
    );
  });

  test('are refused once they turn out to be too many', async () => {
    const { stderr, exitCode } = await list('C12H20', '--limit', '100');
    expect(exitCode).toBe(65);
    expect(stderr).toContain('C12H20 has more than 100 isomers');
  });

  test('beyond the limit are counted by a table of known numbers', async () => {
    const { stdout, stderr, exitCode } = await list('C9H8O4', '--count');
    expect({ stdout, exitCode }).toEqual({ stdout: '402560255\n', exitCode: 0 });
    expect(stderr).toContain('from a table of known numbers');
  });

  test('that were found until it is interrupted are told, as whole JSON', async () => {
    const { stdout, stderr, exitCode } = await runWebfaulon(
      ['isomers', 'C20H42', '--limit', '1000000', '--json'],
      {
        signal: 'SIGINT',
      },
    );
    expect(exitCode).toBe(130);
    const { isomers, count, complete } = JSON.parse(stdout) as Record<string, unknown>;
    expect({ complete, count }).toEqual({ complete: false, count: (isomers as unknown[]).length });
    expect(stderr).toMatch(/^Interrupted: C20H42 has more isomers than these [\d,]+\.\n$/);
  });

  test('end quietly once their reader has seen enough', async () => {
    const { stdout, stderr } = await inShell('webfaulon isomers C8H10 | head -2 | wc -l; echo "$PIPESTATUS"');
    expect({ stdout, stderr }).toEqual({
      stdout: expect.stringMatching(/^ *2\n0\n$/) as unknown,
      stderr: '',
    });
  });
});
