import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readConfiguration } from './config.ts';
import { ConfigurationError } from './configuration-value.ts';
import { CONFIGURATION_VARIABLES } from './configuration-variables.ts';

const DEFAULTS = {
  host: '127.0.0.1',
  port: 3000,
  basePath: '',
  metricsPort: null,
  allowedOrigins: ['http://localhost:5173', 'http://127.0.0.1:5173'],
  allowedHosts: ['localhost'],
  sessionTtlSeconds: 3600,
  maxSessions: 5000,
  maxSessionsPerClient: 2000,
  maxSessionsPerAddress: 4000,
  maxClassesPerAddress: 25,
  maxStreams: 10_000,
  maxStreamsPerSession: 2000,
  maxStreamsPerClient: 2000,
  maxStreamsPerAddress: 8000,
  maxRequestsPerClient: 60_000,
  maxRequestsPerAddress: 120_000,
  maxHeavyAtoms: 128,
  maxTotalSteps: 10_000_000,
  threads: Math.min(availableParallelism(), 256),
  readyQueueCap: 1000,
  logLevel: 'info',
  trustProxy: 0,
  secret: undefined,
  pageDirectory: fileURLToPath(new URL('../../web/dist', import.meta.url)),
  dataDirectory: resolve('data'),
};

test('an empty environment gives the defaults, and empty variables too', () => {
  expect(readConfiguration({})).toEqual(DEFAULTS);
  const empty = Object.fromEntries(CONFIGURATION_VARIABLES.map(({ name }, i) => [name, ' '.repeat(i % 2)]));
  expect(readConfiguration(empty)).toEqual(DEFAULTS);
});

test('the defaults that are documented are those that are taken', () => {
  const documented = CONFIGURATION_VARIABLES.filter(({ name }) => name !== 'THREADS');
  const environment = Object.fromEntries(documented.map((variable) => [variable.name, variable.default]));
  expect(readConfiguration(environment)).toEqual(DEFAULTS);
});

test('every variable that is read is documented, and every one that is documented is read', () => {
  const read = new Set<string>();
  const environment = new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name) => {
        read.add(String(name));
        return undefined;
      },
    },
  );
  readConfiguration(environment);
  expect([...read].sort()).toEqual(CONFIGURATION_VARIABLES.map(({ name }) => name).sort());
});

describe('each variable', () => {
  test.each([
    ['PAGE_DIRECTORY', '/srv/page', { pageDirectory: '/srv/page' }],
    ['DATA_DIR', '/srv/data', { dataDirectory: '/srv/data' }],
    ['DATA_DIR', './here', { dataDirectory: resolve('here') }],
    ['DATA_DIR', 'memory', { dataDirectory: undefined }],
    ['PORT', '0', { port: 0 }],
    ['PORT', ' 65535 ', { port: 65_535 }],
    ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
    ['HOST', '::1', { host: '::1' }],
    ['BASE_PATH', '/', { basePath: '' }],
    ['BASE_PATH', '/webfaulon', { basePath: '/webfaulon' }],
    ['BASE_PATH', '/a.b/c-d/', { basePath: '/a.b/c-d' }],
    ['ALLOWED_ORIGINS', '*', { allowedOrigins: ['*'] }],
    [
      'ALLOWED_ORIGINS',
      'https://a.org, http://b.org:81',
      { allowedOrigins: ['https://a.org', 'http://b.org:81'] },
    ],
    [
      'ALLOWED_HOSTS',
      'Lab.example.org, api,[2001:db8::1]',
      { allowedHosts: ['lab.example.org', 'api', '[2001:db8::1]'] },
    ],
    ['ALLOWED_HOSTS', '*', { allowedHosts: ['*'] }],
    ['SESSION_TTL_SECONDS', '1', { sessionTtlSeconds: 1 }],
    ['MAX_SESSIONS', '1000000', { maxSessions: 1_000_000 }],
    ['MAX_SESSIONS_PER_CLIENT', '1', { maxSessionsPerClient: 1 }],
    ['MAX_SESSIONS_PER_ADDRESS', '1000000000', { maxSessionsPerAddress: 1_000_000_000 }],
    ['MAX_CLASSES_PER_ADDRESS', '50', { maxClassesPerAddress: 50 }],
    ['MAX_STREAMS', '1', { maxStreams: 1 }],
    ['MAX_STREAMS_PER_SESSION', '500', { maxStreamsPerSession: 500 }],
    ['MAX_STREAMS_PER_CLIENT', '6', { maxStreamsPerClient: 6 }],
    ['MAX_STREAMS_PER_ADDRESS', '360', { maxStreamsPerAddress: 360 }],
    ['MAX_REQUESTS_PER_CLIENT', '600', { maxRequestsPerClient: 600 }],
    ['MAX_REQUESTS_PER_ADDRESS', '6000', { maxRequestsPerAddress: 6000 }],
    ['SECRET', 'correct horse battery', { secret: 'correct horse battery' }],
    ['MAX_HEAVY_ATOMS', '1000', { maxHeavyAtoms: 1000 }],
    ['MAX_TOTAL_STEPS', '9007199254740991', { maxTotalSteps: Number.MAX_SAFE_INTEGER }],
    ['THREADS', '1', { threads: 1 }],
    ['READY_QUEUE_CAP', '1', { readyQueueCap: 1 }],
    ['METRICS_PORT', '0', { metricsPort: 0 }],
    ['METRICS_PORT', '9464', { metricsPort: 9464 }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    ['TRUST_PROXY', '10', { trustProxy: 10 }],
  ])('%s=%s is taken, and changes nothing else', (name, value, expected) => {
    expect(readConfiguration({ [name]: value })).toEqual({ ...DEFAULTS, ...expected });
  });

  const NUMBERS = ['x', '-1', '1.5', '1e3', '0x10', '١', '1 2', 'NaN', 'Infinity', '9007199254740993'];
  test.each([
    ...NUMBERS.flatMap((value) =>
      [
        'PORT',
        'SESSION_TTL_SECONDS',
        'MAX_SESSIONS',
        'MAX_SESSIONS_PER_CLIENT',
        'MAX_STREAMS',
        'MAX_REQUESTS_PER_ADDRESS',
        'MAX_HEAVY_ATOMS',
        'MAX_TOTAL_STEPS',
        'THREADS',
        'READY_QUEUE_CAP',
        'METRICS_PORT',
        'TRUST_PROXY',
      ].map((name) => [name, value]),
    ),
    ['PORT', '65536'],
    ['SESSION_TTL_SECONDS', '0'],
    ['SESSION_TTL_SECONDS', '2000001'],
    ['MAX_SESSIONS', '0'],
    ['MAX_SESSIONS', '1000001'],
    ['MAX_HEAVY_ATOMS', '0'],
    ['MAX_HEAVY_ATOMS', '1001'],
    ['MAX_TOTAL_STEPS', '0'],
    ['THREADS', '0'],
    ['THREADS', '257'],
    ['READY_QUEUE_CAP', '0'],
    ['METRICS_PORT', '65536'],
    ['METRICS_PORT', '3000'],
    ['TRUST_PROXY', '11'],
    ['BASE_PATH', 'webfaulon'],
    ['BASE_PATH', '//'],
    ['BASE_PATH', '/a//b'],
    ['BASE_PATH', '/..'],
    ['BASE_PATH', '/a/:id'],
    ['BASE_PATH', '/a b'],
    ['BASE_PATH', 'https://a.org/webfaulon'],
    ['LOG_LEVEL', 'INFO'],
    ['LOG_LEVEL', 'verbose'],
    ['MAX_SESSIONS_PER_ADDRESS', '0'],
    ['MAX_STREAMS', '1000001'],
    ['SECRET', 'too short'],
    ['ALLOWED_HOSTS', 'a.org:443'],
    ['ALLOWED_HOSTS', 'https://a.org'],
    ['ALLOWED_HOSTS', '*.a.org'],
    ['ALLOWED_HOSTS', 'a.org,'],
    ['ALLOWED_ORIGINS', 'localhost:5173'],
    ['ALLOWED_ORIGINS', 'http://localhost:5173/'],
    ['ALLOWED_ORIGINS', 'http://a.org/path'],
    ['ALLOWED_ORIGINS', 'ftp://a.org'],
    ['ALLOWED_ORIGINS', 'null'],
    ['ALLOWED_ORIGINS', 'http://a.org,'],
    ['ALLOWED_ORIGINS', 'http://*.a.org'],
  ])('%s=%s is refused by name', (name, value) => {
    const read = () => readConfiguration({ [name!]: value });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(new RegExp(`^${name} is ".*", but must be `));
  });
});

test('a secret that cannot be used is not told', () => {
  expect(() => readConfiguration({ SECRET: 'hunter2' })).not.toThrow(/hunter/);
});

test('whatever a variable is, the answer is a configuration or an error that names it', () => {
  const anyName = fc.constantFrom(...CONFIGURATION_VARIABLES.map(({ name }) => name));
  fc.assert(
    fc.property(anyName, fc.string({ unit: 'binary', maxLength: 300 }), (name, value) => {
      try {
        readConfiguration({ [name]: value });
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigurationError);
        expect((error as Error).message.startsWith(name)).toBe(true);
        expect((error as Error).message.length).toBeLessThan(250);
      }
    }),
  );
});
