import { MIN_SECRET_CHARACTERS, type VariableName } from './configuration-variables.ts';

/** A name of DNS, an address, or "*". */
const HOST_NAME = /^(\*|[a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])$/;

/** A variable that cannot be used; the message names it, its value, and what it should be. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

export function basePathOf(text: string): string {
  const path = text.replace(/\/$/, '');
  const names = path.split('/').slice(1);
  const areNames = names.every((name) => /^[\w.~-]+$/.test(name) && !/^\.+$/.test(name));
  if (path === '' || (path.startsWith('/') && areNames)) return path;
  throw unusable('BASE_PATH', text, 'a path such as /webfaulon, of letters, digits and the signs ._~-');
}

export function originOf(text: string): string {
  const origin = text.trim();
  if (origin === '*') return origin;
  const parsed = URL.canParse(origin) ? new URL(origin) : undefined;
  const isHttp = parsed?.protocol === 'http:' || parsed?.protocol === 'https:';
  // A pattern such as http://*.example.org would match no page.
  if (isHttp && parsed.origin === origin && !origin.includes('*')) return origin;
  throw unusable('ALLOWED_ORIGINS', origin, 'origins such as http://localhost:5173, separated by commas');
}

export function hostOf(text: string): string {
  const host = text.trim().toLowerCase();
  if (HOST_NAME.test(host)) return host;
  throw unusable('ALLOWED_HOSTS', host, 'names such as webfaulon.example.org, separated by commas');
}

export function secretOf(text: string): string | undefined {
  if (text === 'none') return undefined;
  if (text.length >= MIN_SECRET_CHARACTERS) return text;
  // Not even a part of it is told.
  throw unusable('SECRET', '…', `none, or at least ${MIN_SECRET_CHARACTERS} characters`);
}

export function unusable(name: VariableName, value: string, wanted: string): ConfigurationError {
  return new ConfigurationError(`${name} is "${value.slice(0, 100)}", but must be ${wanted}.`);
}
