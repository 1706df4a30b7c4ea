import type { oas31, ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { describeProblem, problemDocument } from '../problem-document.ts';
import { isProblemCode, PROBLEMS, type ProblemCode } from '../problems.ts';

/** Every code with which a configuration can be refused. */
export const CONFIGURATION_CODES: readonly ProblemCode[] = Object.keys(PROBLEMS)
  .filter(isProblemCode)
  .filter((code) => PROBLEMS[code].status === 422);

/** The statuses that tell a client when to try again. */
const RETRY_AFTER: oas31.HeadersObject = {
  'Retry-After': {
    description: 'Seconds to wait before the next try.',
    schema: { type: 'integer', minimum: 1 },
  },
};

/** What any request can be refused with, whatever it asks for. */
const OF_ANY_REQUEST: readonly ProblemCode[] = ['host_not_allowed', 'too_many_requests', 'internal_error'];
/** Probes are answered under any name, and as often as they come. */
export const OF_ANY_PROBE: readonly ProblemCode[] = ['internal_error'];

/**
 * The error responses of an operation: for each status the codes that it can carry, with an example of each.
 *
 * @param always what the operation can be refused with beside its own codes
 */
export function problemResponses(
  codes: readonly ProblemCode[],
  always: readonly ProblemCode[] = OF_ANY_REQUEST,
): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of [...codes, ...always]) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    Array.from(byStatus, ([status, list]) => [status, problemResponse(status, list)]),
  );
}

function problemResponse(status: number, codes: readonly ProblemCode[]): ZodOpenApiResponseObject {
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(' '),
    ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
    content: {
      'application/problem+json': {
        schema: problemDocument,
        examples: Object.fromEntries(codes.map((code) => [code, { value: describeProblem(code) }])),
      },
    },
  };
}
