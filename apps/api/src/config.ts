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
  /** In small letters. */
  readonly allowedHosts: readonly string[];
  readonly sessionTtlSeconds: number;
  readonly maxSessions: number;
  readonly maxSessionsPerClient: number;
  readonly maxSessionsPerAddress: number;
  readonly maxClassesPerAddress: number;
  readonly maxStreams: number;
  readonly maxStreamsPerSession: number;
  readonly maxStreamsPerClient: number;
  readonly maxStreamsPerAddress: number;
  readonly maxRequestsPerClient: number;
  readonly maxRequestsPerAddress: number;
  readonly maxHeavyAtoms: number;
  readonly maxTotalSteps: number;
  readonly threads: number;
  readonly readyQueueCap: number;
  readonly logLevel: LogLevel;
  readonly trustProxy: number;
  /** undefined: made at start. */
  readonly secret: string | undefined;
  /** Absolute; there may be nothing. */
  readonly pageDirectory: string;
  /** Absolute; undefined where nothing is to outlive the process. */
  readonly dataDirectory: string | undefined;
}

/** apps/api, whether this file runs from src or from dist. */
const SERVER_DIRECTORY = fileURLToPath(new URL('..', import.meta.url));

/** The value of DATA_DIR that names no directory. */
const IN_MEMORY = 'memory';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];
const MAX_THREADS = 256;
const MAX_COUNT = 1_000_000_000;
const MIN_SECRET_CHARACTERS = 16;
/** A name of DNS, an address, or "*". */
const HOST_NAME = /^(\*|[a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])$/;

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
    name: 'ALLOWED_HOSTS',
    default: 'localhost',
    meaning:
      "Names under which the server is reached, separated by commas, without ports: those of a reverse proxy's Host header, for example. Its addresses need not be listed; '*' allows all.",
  },
  {
    name: 'SESSION_TTL_SECONDS',
    default: '3600',
    meaning: 'How long a session that does not run is kept after it was last asked for, 1 to 2000000.',
  },
  { name: 'MAX_SESSIONS', default: '5000', meaning: 'Sessions that the server holds at once, 1 to 1000000.' },
  {
    name: 'MAX_SESSIONS_PER_CLIENT',
    default: '2000',
    meaning: 'Sessions that one client may have, which is a browser by its cookie; at least 1.',
  },
  {
    name: 'MAX_SESSIONS_PER_ADDRESS',
    default: '4000',
    meaning:
      'Sessions that all clients of one address may have together, and programs without cookies; at least 1.',
  },
  {
    name: 'MAX_CLASSES_PER_ADDRESS',
    default: '25',
    meaning: 'Classes that may be opened from one address, of the 50 that the server holds; at least 1.',
  },
  {
    name: 'MAX_STREAMS',
    default: '10000',
    meaning: 'Event streams that may be open at once, 1 to 1000000; each is a connection.',
  },
  {
    name: 'MAX_STREAMS_PER_SESSION',
    default: '2000',
    meaning: 'Event streams that may show one session, as in a lecture hall; at least 1.',
  },
  {
    name: 'MAX_STREAMS_PER_CLIENT',
    default: '2000',
    meaning: 'Event streams that one client may have open; at least 1.',
  },
  {
    name: 'MAX_STREAMS_PER_ADDRESS',
    default: '8000',
    meaning: 'Event streams that all clients of one address may have open together; at least 1.',
  },
  {
    name: 'MAX_REQUESTS_PER_CLIENT',
    default: '60000',
    meaning:
      'Requests that one client may make in a minute, /health, /livez and /readyz not counted; at least 1.',
  },
  {
    name: 'MAX_REQUESTS_PER_ADDRESS',
    default: '120000',
    meaning: 'Requests that all clients of one address may make together in a minute; at least 1.',
  },
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
    name: 'SECRET',
    default: 'none',
    meaning: `Signs the cookies by which clients are told apart, ${MIN_SECRET_CHARACTERS} characters or more; none has one made and kept in DATA_DIR.`,
  },
  {
    name: 'PAGE_DIRECTORY',
    default: '../web/dist',
    meaning:
      "The built page, served at /; relative to the server's own folder. Without one, / leads to the documentation.",
  },
  {
    name: 'DATA_DIR',
    default: 'data',
    meaning:
      'Directory that keeps sessions and classes over a restart, made if need be; relative to the working directory, which under npm start is the repository. `memory` keeps them for as long as the server runs.',
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
  const count = (name: VariableName): number => integer(name, 1, MAX_COUNT);
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
    allowedHosts: text('ALLOWED_HOSTS').split(',').map(hostOf),
    sessionTtlSeconds: integer('SESSION_TTL_SECONDS', 1, 2_000_000),
    maxSessions: integer('MAX_SESSIONS', 1, 1_000_000),
    maxSessionsPerClient: count('MAX_SESSIONS_PER_CLIENT'),
    maxSessionsPerAddress: count('MAX_SESSIONS_PER_ADDRESS'),
    maxClassesPerAddress: count('MAX_CLASSES_PER_ADDRESS'),
    maxStreams: integer('MAX_STREAMS', 1, 1_000_000),
    maxStreamsPerSession: count('MAX_STREAMS_PER_SESSION'),
    maxStreamsPerClient: count('MAX_STREAMS_PER_CLIENT'),
    maxStreamsPerAddress: count('MAX_STREAMS_PER_ADDRESS'),
    maxRequestsPerClient: count('MAX_REQUESTS_PER_CLIENT'),
    maxRequestsPerAddress: count('MAX_REQUESTS_PER_ADDRESS'),
    maxHeavyAtoms: integer('MAX_HEAVY_ATOMS', 1, 1000),
    maxTotalSteps: integer('MAX_TOTAL_STEPS', 1, Number.MAX_SAFE_INTEGER),
    threads: integer('THREADS', 1, MAX_THREADS),
    readyQueueCap: integer('READY_QUEUE_CAP', 1, 1_000_000),
    logLevel: level,
    trustProxy: integer('TRUST_PROXY', 0, 10),
    secret: secretOf(text('SECRET')),
    pageDirectory: resolve(SERVER_DIRECTORY, text('PAGE_DIRECTORY')),
    dataDirectory: text('DATA_DIR') === IN_MEMORY ? undefined : resolve(text('DATA_DIR')),
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

function hostOf(text: string): string {
  const host = text.trim().toLowerCase();
  if (HOST_NAME.test(host)) return host;
  throw unusable('ALLOWED_HOSTS', host, 'names such as webfaulon.example.org, separated by commas');
}

function secretOf(text: string): string | undefined {
  if (text === 'none') return undefined;
  if (text.length >= MIN_SECRET_CHARACTERS) return text;
  // Not even a part of it is told.
  throw unusable('SECRET', '…', `none, or at least ${MIN_SECRET_CHARACTERS} characters`);
}

function unusable(name: VariableName, value: string, wanted: string): ConfigurationError {
  return new ConfigurationError(`${name} is "${value.slice(0, 100)}", but must be ${wanted}.`);
}
