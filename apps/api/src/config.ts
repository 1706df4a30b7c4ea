import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { basePathOf, hostOf, originOf, secretOf, unusable } from './configuration-value.ts';
import {
  CONFIGURATION_VARIABLES,
  LOG_LEVELS,
  MAX_THREADS,
  type VariableName,
} from './configuration-variables.ts';

/** How the server is to be run. */
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

type LogLevel = (typeof LOG_LEVELS)[number];
const MAX_COUNT = 1_000_000_000;

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
