import { parseArgs } from 'node:util';
import { LoadError } from './errors.ts';
import { SCENARIOS } from './scenarios/all-scenarios.ts';
import type { Asked, Scenario } from './scenarios/scenario.ts';
import { loopbackAddress } from './servers/loopback-address.ts';

/** What the command line asks for. */
export interface LoadOptions {
  readonly scenario: Scenario;
  readonly asked: Asked;
  /** Of a server that is there; undefined to start one. */
  readonly url: string | undefined;
  readonly json: string | undefined;
  readonly profileInto: string | undefined;
}

/** A program that is left alone stops by itself. */
const MAX_SECONDS = 7200;
const MAX_SESSIONS = 100_000;
const MAX_VIEWERS = 10_000;
const PACES = { lowest: 0.1, highest: 1000 };

export const HELP = `Usage: npm run load -- --scenario <name> [options]

Puts load on a WebFaulon server that it starts itself, on this machine, and tells whether the server shows what it must.
Exit code 0 if it does, 1 if it does not, 2 if an option is wrong.

  --scenario <name>   one of these:
${SCENARIOS.map(({ name, summary }) => `      ${name.padEnd(14)}${summary}`).join('\n')}
  --sessions <n>      how many sessions
  --viewers <n>       viewers on each watched session
  --pace <n|none>     steps a second, 0.1 to 1000, or none for as fast as possible
  --seconds <n>       how long to measure
  --ramp <n>          over how many seconds sessions begin and viewers come
  --url <address>     load this server, which must be on this machine, instead of one of its own
  --json <file>       write the report there, too
  --cpu-prof <folder> have the server's threads write CPU profiles there
  --help              this text
`;

/**
 * @param args those after the name of the program
 * @throws {LoadError} for the first option that cannot be used
 */
export function readOptions(args: readonly string[]): LoadOptions | 'help' {
  const values = parsed(args);
  if (values.help) return 'help';
  const scenario = SCENARIOS.find(({ name }) => name === values.scenario);
  const names = SCENARIOS.map(({ name }) => name).join(', ');
  if (scenario === undefined) throw invalid('--scenario', values.scenario, `one of ${names}`);
  const whole = (name: string, text: string | undefined, lowest: number, highest: number) =>
    number(name, text, { lowest, highest, isWhole: true });
  return {
    scenario,
    asked: {
      sessions: whole('--sessions', values.sessions, 1, MAX_SESSIONS),
      viewers: whole('--viewers', values.viewers, 0, MAX_VIEWERS),
      pace:
        values.pace === 'none'
          ? null
          : number('--pace', values.pace, { ...PACES, isWhole: false }, ', or none'),
      seconds: whole('--seconds', values.seconds, 1, MAX_SECONDS),
      rampSeconds: whole('--ramp', values.ramp, 0, MAX_SECONDS),
    },
    url: values.url === undefined ? undefined : loopbackAddress(values.url),
    json: values.json,
    profileInto: values['cpu-prof'],
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        scenario: text,
        sessions: text,
        viewers: text,
        pace: text,
        seconds: text,
        ramp: text,
        url: text,
        json: text,
        'cpu-prof': text,
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new LoadError('option_invalid', error instanceof Error ? error.message : String(error));
  }
}

function number(
  name: string,
  text: string | undefined,
  { lowest, highest, isWhole }: { lowest: number; highest: number; isWhole: boolean },
  otherwise = '',
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  const isNumber = text.trim() !== '' && (isWhole ? Number.isInteger(value) : Number.isFinite(value));
  if (isNumber && value >= lowest && value <= highest) return value;
  const kind = isWhole ? 'a whole number' : 'a number';
  throw invalid(name, text, `${kind} from ${lowest} to ${highest}${otherwise}`);
}

function invalid(name: string, text: string | undefined, wanted: string): LoadError {
  const given = text === undefined ? `${name} is missing: it` : `${name} is "${text}", but`;
  return new LoadError('option_invalid', `${given} must be ${wanted}. --help tells more.`);
}
