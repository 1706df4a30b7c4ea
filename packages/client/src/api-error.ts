import type { ProblemCode, ProblemDocument } from '@webfaulon/protocol';

/** One thing that is wrong with a request: a JSON pointer to it, and a sentence for a person. */
type InputFault = NonNullable<ProblemDocument['errors']>[number];

/** The server refused a request. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** The HTTP status. */
  readonly status: number;
  /** The stable code of the problem; "not_a_problem" where something that is not the API has answered, a proxy say. */
  readonly code: ProblemCode | 'not_a_problem' | (string & {});
  /** What went wrong, in a sentence for a person; also the message. */
  readonly detail: string;
  /** Everything that is wrong with the input; empty where the problem is another. */
  readonly errors: readonly InputFault[];
  /** When to try again; undefined where the server did not say. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    problem: Pick<ProblemDocument, 'status' | 'code' | 'detail' | 'errors'>,
    retryAfterSeconds?: number,
  ) {
    super(problem.detail);
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The server could not be reached, or the connection broke. `cause` is what fetch said of it. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
  }
}

/**
 * The error that an answer stands for. Reads the body.
 *
 * @throws {unknown} the reason of the signal, if it is aborted meanwhile
 */
export async function errorOf(response: Response, signal?: AbortSignal): Promise<ApiError> {
  const { status, headers } = response;
  const retryAfter = Number.parseInt(headers.get('retry-after') ?? '', 10);
  const seconds = retryAfter >= 0 ? retryAfter : undefined;
  if (headers.get('content-type')?.startsWith('application/problem+json')) {
    try {
      const problem = (await response.json()) as Partial<ProblemDocument>;
      if (typeof problem.code === 'string' && typeof problem.detail === 'string') {
        const { code, detail, errors } = problem;
        return new ApiError({ status, code, detail, ...(Array.isArray(errors) ? { errors } : {}) }, seconds);
      }
    } catch (error) {
      if (signal?.aborted) throw error;
      // Cut off on the way: it is no problem document any more.
    }
  }
  const detail = `The server answered ${status} and did not say why.`;
  return new ApiError({ status, code: 'not_a_problem', detail }, seconds);
}
