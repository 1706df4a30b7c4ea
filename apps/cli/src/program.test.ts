import { describe, expect, test } from '@jest/globals';
import { PARAMETERS } from '@webfaulon/protocol';
import { CLI_ERRORS } from './errors.ts';
import { EXIT_CODE_TEXTS, EXIT_CODES } from './exit-code.ts';
import { flagsOf } from './options/spelling.ts';
import { runToEnd, runWebfaulon, webfaulonCommand } from './testing/run-webfaulon.ts';

describe('help', () => {
  test('tells the commands, the exit codes and examples', async () => {
    const { stdout, stderr, exitCode } = await runWebfaulon(['--help']);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    for (const part of ['anneal [options] <formula>', 'isomers [options] <formula>', 'Examples:']) {
      expect(stdout).toContain(part);
    }
    for (const [code] of EXIT_CODE_TEXTS) expect(stdout).toMatch(new RegExp(`^ +${code} +[A-Z]`, 'm'));
  });

  test('of anneal tells every parameter with its default, and every scoring component', async () => {
    const { stdout } = await runWebfaulon(['anneal', '--help']);
    for (const { name } of Object.values(PARAMETERS)) {
      if (name === 'formula' || name === 'steps_per_second') continue;
      expect(stdout).toContain(name === 'optimization_mode' ? '--maximize' : `  ${flagsOf(name)}`);
    }
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`Default: ${PARAMETERS.initial_temp.default}.`);
    for (const component of ['wiener_index', 'logp', 'tpsa'])
      expect(stdout).toMatch(new RegExp(`^  ${component} `, 'm'));
    expect(stdout).toContain('Examples:');
  });

  test.each(['--help', 'anneal', 'isomers'])('fits into 80 columns: %s', async (topic) => {
    const { stdout } = await runWebfaulon([topic, '--help']);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

test('the version is that of the package', async () => {
  expect(await runWebfaulon(['--version'])).toMatchObject({
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    exitCode: 0,
  });
});

test('every exit code is explained, and every error ends in one of them', () => {
  const explained = EXIT_CODE_TEXTS.map(([code]) => code);
  expect(explained).toEqual(Object.values(EXIT_CODES));
  for (const { exit } of Object.values(CLI_ERRORS)) expect(explained).toContain(exit);
});

describe('what is refused', () => {
  test.each([
    ['', 2, /^Usage: webfaulon /],
    ['synthesize C6H14', 2, /unknown command 'synthesize'/],
    ['anneal', 2, /missing required argument 'formula'/],
    ['anneal C6H14 C8H18', 2, /too many arguments/],
    ['anneal C6H14 --cycels 3', 2, /unknown option '--cycels'\n\(Did you mean --cycles\?\)/],
    ['anneal C6H14 --cycles 0', 2, /--cycles must be a whole number from 1 to 9007199254740991\./],
    ['anneal C6H14 --seed', 2, /argument missing/],
    ['anneal C6H14 --json --format csv', 2, /'--json' cannot be used with option '--format <name>'/],
    [
      'anneal C6H14 --score aroma',
      2,
      /^There is no scoring component "aroma"\. Known are: .*logp.*wiener_index/,
    ],
    ['anneal C6H14 --runs 0', 2, /It must be a whole number from 1 to 1000000\./],
    ['anneal CH5', 65, /^CH5 has 5 hydrogens, but the other atoms can take at most 4\.\n$/],
    ['anneal c6h14', 65, /./],
    ['anneal C6H14 --initial CCC', 65, /./],
    ['isomers CH5', 65, /^CH5 has 5 hydrogens/],
    ['isomers C6H14 --limit none', 2, /It must be a whole number from 1 to 16000000\./],
  ])('"%s" ends in exit code %i and a sentence', async (line, code, sentence) => {
    const { stdout, stderr, exitCode } = await runWebfaulon(line.split(' ').filter(Boolean));
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code });
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

describe('on a terminal', () => {
  /** What `script` shows of the program on a pseudo-terminal, where both streams go to one place. */
  const onTerminal = async (args: string): Promise<string> => {
    const command = `${webfaulonCommand} ${args}`;
    const forScript =
      process.platform === 'linux'
        ? ['-qec', command, '/dev/null']
        : ['-q', '/dev/null', 'sh', '-c', command];
    const { stdout, exitCode } = await runToEnd('script', forScript);
    expect(exitCode).toBe(0);
    return stdout;
  };

  test('a bar shows how far the runs are, and leaves nothing behind', async () => {
    const shown = (await onTerminal('anneal C10H16 --cycles 400 --format smi')).split('\r\u001b[K');
    expect(shown.length).toBeGreaterThan(2);
    for (const line of shown.slice(1, -1)) {
      expect(line).toMatch(/^C10H16 .* \d+ % .* of 200,000 steps {2}[\d,]+\/s {2}\d+:\d\d left$/);
    }
    expect(shown.at(-1)).toMatch(/^\S+\t89\r\n$/);
  });

  test('no bar is shown where it is not wanted', async () => {
    expect(await onTerminal('anneal C10H16 --cycles 400 --format smi --no-progress')).toMatch(
      /^\S+\t89\r\n$/,
    );
  });
});
