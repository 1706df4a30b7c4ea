import { describe, expect, test } from '@jest/globals';
import { CONFIGURATION_VARIABLES, ConfigurationError, readConfiguration } from './config.ts';

describe('the configuration from the environment', () => {
  test('has a documented default for every variable', () => {
    const { threads, ...configuration } = readConfiguration({});
    expect(configuration).toEqual({
      host: '127.0.0.1',
      port: 3000,
      allowedOrigins: ['http://localhost:5173', 'http://127.0.0.1:5173'],
      sessionTtlSeconds: 3600,
      maxSessions: 5000,
      maxHeavyAtoms: 128,
      maxTotalSteps: 10_000_000,
      logLevel: 'info',
      trustProxy: 0,
    });
    expect(threads).toBeGreaterThanOrEqual(1);
    expect(CONFIGURATION_VARIABLES).toHaveLength(Object.keys(configuration).length + 1);
  });

  test('takes what is set, without spaces around it, and the default where it is empty', () => {
    expect(readConfiguration({ PORT: ' 8080 ', THREADS: '3', LOG_LEVEL: '', HOST: '  ' })).toMatchObject({
      port: 8080,
      threads: 3,
      logLevel: 'info',
      host: '127.0.0.1',
    });
    const origins = 'https://a.example , http://b.example:8080,*';
    expect(readConfiguration({ ALLOWED_ORIGINS: origins }).allowedOrigins).toEqual([
      'https://a.example',
      'http://b.example:8080',
      '*',
    ]);
  });

  test.each([
    ['PORT', 'abc', 'a whole number from 0 to 65535'],
    ['PORT', '70000', 'a whole number from 0 to 65535'],
    ['PORT', '-1', 'a whole number from 0 to 65535'],
    ['PORT', '0x10', 'a whole number from 0 to 65535'],
    ['THREADS', '0', 'a whole number from 1 to 256'],
    ['MAX_SESSIONS', '1.5', 'a whole number from 1 to 1000000'],
    ['SESSION_TTL_SECONDS', '0', 'a whole number from 1 to 2000000'],
    ['MAX_HEAVY_ATOMS', '1e2', 'a whole number from 1 to 1000'],
    ['MAX_HEAVY_ATOMS', '1001', 'a whole number from 1 to 1000'],
    ['MAX_TOTAL_STEPS', 'many', `a whole number from 1 to ${Number.MAX_SAFE_INTEGER}`],
    ['LOG_LEVEL', 'loud', 'one of fatal, error, warn, info, debug, trace, silent'],
    ['TRUST_PROXY', 'yes', 'a whole number from 0 to 10'],
    ['ALLOWED_ORIGINS', 'localhost:5173', 'origins such as http://localhost:5173, separated by commas'],
    [
      'ALLOWED_ORIGINS',
      'http://localhost:5173/',
      'origins such as http://localhost:5173, separated by commas',
    ],
    ['ALLOWED_ORIGINS', 'file:///x', 'origins such as http://localhost:5173, separated by commas'],
  ])('refuses %s=%s, and says what it must be', (name, value, wanted) => {
    const read = () => readConfiguration({ [name]: value });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(`${name} is "${value}", but must be ${wanted}.`);
  });

  test('does not repeat a value without end', () => {
    expect(() => readConfiguration({ PORT: 'x'.repeat(10_000) })).toThrow(/^.{1,200}$/);
  });
});
