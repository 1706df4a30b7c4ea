import { readdirSync } from 'node:fs';
import { extname, sep } from 'node:path';
import type { Request, Response } from 'express';
import { unusable } from '../configuration-value.ts';
import { sendFile } from './send-file.ts';

type Handler = (request: Request, response: Response) => void | Promise<void>;

/** The build names these after their content, so what such an address answers never changes. */
const HASHED = /^assets\//;
const FOR_EVER = 'public, max-age=31536000, immutable';
/** A browser may keep it, but asks each time whether it is still the same. */
const ASK_EACH_TIME = 'no-cache';
const COMPRESSED = '.gz';

/**
 * The files of the built page, by path, what GET answers. Without a page in the directory, as when the server alone is
 * built, / leads to the documentation. The files are listed once: a page built later is seen after a restart.
 */
export function page(directory: string): readonly [path: string, get: Handler][] {
  const files = new Set(filesUnder(directory));
  if (!files.has('index.html'))
    return [['/', underSlash((_request, response) => response.redirect('docs/'))]];
  const send = (file: string): Handler => {
    const isCompressed = files.has(file + COMPRESSED);
    const headers = { 'Cache-Control': HASHED.test(file) ? FOR_EVER : ASK_EACH_TIME };
    return (request, response) => {
      response.type(extname(file));
      if (isCompressed) response.vary('Accept-Encoding');
      const compressed = isCompressed && request.acceptsEncodings('gzip') !== false;
      if (compressed) response.set('Content-Encoding', 'gzip');
      return sendFile(response, compressed ? file + COMPRESSED : file, { root: directory, headers });
    };
  };
  const addresses = [...files].filter((file) => !file.endsWith(COMPRESSED));
  return [
    ['/', underSlash(send('index.html'))],
    ...addresses.map((file): [string, Handler] => [`/${file}`, send(file)]),
  ];
}

/** For a handler whose links are relative: under a base path without a slash at its end they would lead out of it. */
function underSlash(handler: Handler): Handler {
  return (request, response) => {
    if (request.path.endsWith('/')) return handler(request, response);
    response.redirect(308, `${request.path.split('/').at(-1)}/`);
  };
}

/**
 * Relative to the directory, with forward slashes; none if there is no such directory.
 *
 * @throws {ConfigurationError} where it cannot be read
 */
function filesUnder(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}${sep}${name}`.slice(directory.length + 1))
      .map((file) => file.replaceAll(sep, '/'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw unusable('PAGE_DIRECTORY', directory, `a directory that the server may read whole (${code})`);
  }
}
