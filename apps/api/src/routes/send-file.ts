import type { ProblemCode } from '@webfaulon/protocol';
import type { Response } from 'express';
import { ApiProblem } from '../errors/api-problem.ts';

interface FileToSend {
  readonly root: string;
  /** The server's own headers of this file, such as how long it may be kept. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is no fault of the server: a file that was taken away since the start, and a condition of the client's. */
const PROBLEM_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  404: 'route_not_found',
  412: 'precondition_failed',
};

/** They tell of the file, and must not stand over the problem that is answered in its place. */
const HEADERS_OF_FILE = ['Cache-Control', 'Content-Encoding', 'ETag', 'Last-Modified'];

/**
 * Answers with a file, always with all of it: the files are small, and a range of one would be another thing to get wrong.
 *
 * @throws {ApiProblem} precondition_failed, route_not_found
 */
export function sendFile(response: Response, name: string, { root, headers }: FileToSend): Promise<void> {
  const options = { root, acceptRanges: false, ...(headers && { headers, cacheControl: false }) };
  return new Promise((resolve, reject) => {
    response.sendFile(name, options, (error?: NodeJS.ErrnoException & { status?: number }) => {
      // Nobody is there any more who could be told of an aborted connection.
      if (error === undefined || error.code === 'ECONNABORTED') return resolve();
      if (!response.headersSent) for (const header of HEADERS_OF_FILE) response.removeHeader(header);
      const code = PROBLEM_OF_STATUS[error.status ?? 500];
      reject(code === undefined ? error : new ApiProblem(code, { cause: error }));
    });
  });
}
