import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How the server is to be run. Declared once, here: name, default, meaning and range of every variable. */
export interface ServerConfiguration {
  readonly host: string;
  readonly port: number;
  /** What every path begins with: empty, or such as /webfaulon, without a slash at its end. */
  readonly basePath: string;
  /** null: /metrics is served on `port`. */
  readonly metricsPort: number | null;
  readonly allowedOrigins: readonly string[];
  readonly sessionTtlSeconds: number;
  readonly maxSessions: number;
  readonly maxHeavyAtoms: number;
  readonly maxTotalSteps: number;
  readonly threads: number;
  readonly readyQueueCap: number;
  readonly logLevel: LogLevel;
  readonly trustProxy: number;
  /** Absolute; there may be nothing. */
  readonly pageDirectory: string;
}

/** apps/api, whether this file runs from src or from dist. */
const SERVER_DIRECTORY = fileURLToPath(new URL('..', import.meta.url));

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];
const MAX_THREADS = 256;

interface ConfigurationVariable {
  readonly name: string;
  readonly default: string;
  readonly meaning: string;
}

/** Every variable that the server reads; the README's table is made of these. */
export const CONFIGURATION_VARIABLES = [
  { name: 'PORT', default: '3000', meaning: 'Port to listen on, 0 to 65535; 0 takes a free one.' },
  {
    name: 'HOST',
    default: '127.0.0.1',
    meaning: 'Address to listen on; 0.0.0.0 lets other machines in, a classroom for example.',
  },
  {
    name: 'BASE_PATH',
    default: '/',
    meaning:
      'The path under which everything is served, such as /webfaulon behind a proxy that passes paths on as they are.',
  },
  {
    name: 'ALLOWED_ORIGINS',
    default: 'http://localhost:5173,http://127.0.0.1:5173',
    meaning: "Origins of pages that may use the server beside its own, separated by commas; '*' allows all.",
  },
  {
    name: 'SESSION_TTL_SECONDS',
    default: '3600',
    meaning: 'How long a session that does not run is kept after it was last asked for, 1 to 2000000.',
  },
  { name: 'MAX_SESSIONS', default: '5000', meaning: 'Sessions that the server holds at once, 1 to 1000000.' },
  {
    name: 'MAX_HEAVY_ATOMS',
    default: '128',
    meaning: 'Atoms other than hydrogen that a formula may have, 1 to 1000.',
  },
  {
    name: 'MAX_TOTAL_STEPS',
    default: '10000000',
    meaning: 'Steps that one run may have, steps_per_cycle times num_cycles; at least 1.',
  },
  {
    name: 'THREADS',
    default: 'the number of cores',
    meaning: `Worker threads that compute, 1 to ${MAX_THREADS}.`,
  },
  {
    name: 'READY_QUEUE_CAP',
    default: '1000',
    meaning:
      'With more slices than this waiting for a thread, those of unthrottled sessions not counted, /readyz says no; at least 1.',
  },
  {
    name: 'METRICS_PORT',
    default: 'none',
    meaning:
      'A port of its own for /metrics, 0 to 65535, on which nothing else is served; none serves /metrics on PORT.',
  },
  { name: 'LOG_LEVEL', default: 'info', meaning: `One of ${LOG_LEVELS.join(', ')}.` },
  {
    name: 'TRUST_PROXY',
    default: '0',
    meaning: 'How many reverse proxies stand before the server, 0 to 10: whose X-Forwarded-For is believed.',
  },
  {
    name: 'PAGE_DIRECTORY',
    default: '../web/dist',
    meaning:
      "The built page, served at /; relative to the server's own folder. Without one, / leads to the documentation.",
  },
] as const satisfies readonly ConfigurationVariable[];

type VariableName = (typeof CONFIGURATION_VARIABLES)[number]['name'];

/** A variable that cannot be used; the message names it, its value, and what it should be. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** @throws {ConfigurationError} for the first variable that cannot be used */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): ServerConfiguration {
  const text = (name: VariableName): string => {
    const given = environment[name]?.trim();
    return given === undefined || given === '' ? defaultOf(name) : given;
  };
  const integer = (name: VariableName, lowest: number, highest: number): number => {
    const value = Number(text(name));
    if (Number.isInteger(value) && value >= lowest && value <= highest && /^\d+$/.test(text(name)))
      return value;
    throw unusable(name, text(name), `a whole number from ${lowest} to ${highest}`);
  };
  const metricsPort = text('METRICS_PORT') === 'none' ? null : integer('METRICS_PORT', 0, 65_535);
  if (metricsPort !== null && metricsPort !== 0 && metricsPort === integer('PORT', 0, 65_535))
    throw unusable('METRICS_PORT', text('METRICS_PORT'), 'another port than PORT');
  const level = LOG_LEVELS.find((candidate) => candidate === text('LOG_LEVEL'));
  if (level === undefined) throw unusable('LOG_LEVEL', text('LOG_LEVEL'), `one of ${LOG_LEVELS.join(', ')}`);
  return {
    host: text('HOST'),
    port: integer('PORT', 0, 65_535),
    basePath: basePathOf(text('BASE_PATH')),
    metricsPort,
    allowedOrigins: text('ALLOWED_ORIGINS').split(',').map(originOf),
    sessionTtlSeconds: integer('SESSION_TTL_SECONDS', 1, 2_000_000),
    maxSessions: integer('MAX_SESSIONS', 1, 1_000_000),
    maxHeavyAtoms: integer('MAX_HEAVY_ATOMS', 1, 1000),
    maxTotalSteps: integer('MAX_TOTAL_STEPS', 1, Number.MAX_SAFE_INTEGER),
    threads: integer('THREADS', 1, MAX_THREADS),
    readyQueueCap: integer('READY_QUEUE_CAP', 1, 1_000_000),
    logLevel: level,
    trustProxy: integer('TRUST_PROXY', 0, 10),
    pageDirectory: resolve(SERVER_DIRECTORY, text('PAGE_DIRECTORY')),
  };
}

function defaultOf(name: VariableName): string {
  if (name === 'THREADS') return String(Math.min(availableParallelism(), MAX_THREADS));
  return CONFIGURATION_VARIABLES.find((variable) => variable.name === name)!.default;
}

function basePathOf(text: string): string {
  const path = text.replace(/\/$/, '');
  const names = path.split('/').slice(1);
  const areNames = names.every((name) => /^[\w.~-]+$/.test(name) && !/^\.+$/.test(name));
  if (path === '' || (path.startsWith('/') && areNames)) return path;
  throw unusable('BASE_PATH', text, 'a path such as /webfaulon, of letters, digits and the signs ._~-');
}

function originOf(text: string): string {
  const origin = text.trim();
  if (origin === '*') return origin;
  const parsed = URL.canParse(origin) ? new URL(origin) : undefined;
  const isHttp = parsed?.protocol === 'http:' || parsed?.protocol === 'https:';
  // A pattern such as http://*.example.org would match no page.
  if (isHttp && parsed.origin === origin && !origin.includes('*')) return origin;
  throw unusable('ALLOWED_ORIGINS', origin, 'origins such as http://localhost:5173, separated by commas');
}

function unusable(name: VariableName, value: string, wanted: string): ConfigurationError {
  return new ConfigurationError(`${name} is "${value.slice(0, 100)}", but must be ${wanted}.`);
}
