import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const compress = promisify(gzip);

interface Forms {
  readonly plain: Buffer;
  readonly compressed: Buffer;
}

/**
 * GET of what stays the same while the server runs. It is compressed once, when it is first asked for: compressed for each request
 * anew, a few clients that ask for the documentation without end would take the processors from everybody's runs.
 *
 * @param type such as text/css
 */
export function fixedAnswer(type: string, read: () => Buffer | Promise<Buffer>) {
  let forms: Promise<Forms> | undefined;
  return async (request: Request, response: Response): Promise<void> => {
    forms ??= formsOf(read).catch((error: unknown) => {
      forms = undefined;
      throw error;
    });
    const { plain, compressed } = await forms;
    response.type(type).set('Cache-Control', 'no-cache').vary('Accept-Encoding');
    if (request.acceptsEncodings('gzip') === false) {
      response.send(plain);
    } else {
      response.set('Content-Encoding', 'gzip').send(compressed);
    }
  };
}

async function formsOf(read: () => Buffer | Promise<Buffer>): Promise<Forms> {
  const plain = await read();
  return { plain, compressed: await compress(plain) };
}
