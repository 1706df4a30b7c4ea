import {
  describeProblem,
  type InputProblem,
  type ProblemCode,
  type ProblemDocument,
} from '@webfaulon/protocol';

export interface ProblemOptions {
  /** What went wrong this time; the title of the problem where it is left out. */
  readonly detail?: string;
  readonly errors?: readonly InputProblem[];
  /** Headers of the answer, such as Retry-After or Allow. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** A request that cannot be served, thrown by a route and answered as problem+json by the problem handler. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly document: ProblemDocument;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    const { detail, errors, headers = {}, cause } = options;
    const document = describeProblem(code, {
      ...(detail === undefined ? {} : { detail }),
      ...(errors === undefined ? {} : { errors }),
    });
    super(document.detail, cause === undefined ? {} : { cause });
    this.code = code;
    this.document = document;
    this.headers = headers;
  }
}
