import { describe, expect, test } from '@jest/globals';
import { HELP, readOptions } from './options.ts';
import { SCENARIOS } from './scenarios/all-scenarios.ts';

const read = (line: string) => readOptions(line.split(' '));

describe('the command line', () => {
  test('is read whole', () => {
    const options = read(
      '--scenario mixed --sessions 20 --viewers 2 --pace 0.5 --seconds 3 --ramp 0 --url http://localhost:3000/ --json out.json --cpu-prof profiles',
    );
    expect(options).toMatchObject({
      scenario: { name: 'mixed' },
      asked: { sessions: 20, viewers: 2, pace: 0.5, seconds: 3, rampSeconds: 0 },
      url: 'http://127.0.0.1:3000',
      json: 'out.json',
      profileInto: 'profiles',
    });
  });

  test('takes "none" for as fast as possible, and leaves the rest to the scenario', () => {
    const options = read('--scenario lecture --pace none');
    if (options === 'help') throw new Error('It asks for no help.');
    expect(options.asked).toEqual({ pace: null });
    expect(options.scenario.plan(options.asked)).toMatchObject({ viewersPerSession: 500, pace: null });
  });

  test('with --help asks for a text that tells every scenario', () => {
    expect(read('--help')).toBe('help');
    for (const { name, summary } of SCENARIOS)
      expect(HELP).toMatch(new RegExp(`${name} +${summary.slice(0, 20)}`));
  });

  test.each([
    ['--sessions 5', '--scenario is missing: it must be one of classroom, lecture,'],
    ['--scenario picnic', '--scenario is "picnic", but must be one of classroom'],
    ['--scenario mixed --sessions 0', '--sessions is "0", but must be a whole number from 1 to 100000'],
    ['--scenario mixed --sessions 1.5', '--sessions is "1.5", but must be a whole number'],
    ['--scenario mixed --pace fast', '--pace is "fast", but must be a number from 0.1 to 1000, or none'],
    ['--scenario mixed --seconds 90000', '--seconds is "90000", but must be a whole number from 1 to 7200'],
    ['--scenario mixed --url ftp://127.0.0.1', '--url is "ftp://127.0.0.1", but must be an address such as'],
    ['--scenario mixed --url https://127.0.0.1', 'but must be an address such as http://127.0.0.1:3000'],
    ['--scenario mixed --speed 3', "Unknown option '--speed'"],
    ['--scenario mixed extra', "Unexpected argument 'extra'"],
  ])('is refused: %s', (line, message) => {
    expect(() => read(line)).toThrow(message);
    expect(() => read(line)).toThrow(expect.objectContaining({ code: 'option_invalid' }));
  });

  test.each([
    'http://192.168.0.7:3000',
    'http://example.org',
    'http://0.0.0.0:3000',
    'http://127.0.0.1.example.org',
  ])('is refused where it names another machine: %s', (url) => {
    const refused = expect.objectContaining({
      code: 'address_not_loopback',
      message: expect.stringContaining('is another machine') as unknown,
    });
    expect(() => read(`--scenario mixed --url ${url}`)).toThrow(refused);
  });

  test.each(['http://127.0.0.1:3000', 'http://[::1]:3000', 'http://127.8.0.1:80/base'])(
    'may name %s',
    (url) => {
      expect(read(`--scenario mixed --url ${url}`)).toMatchObject({ url: url.replace(':80', '') });
    },
  );
});
