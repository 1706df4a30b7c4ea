import { expect } from '@jest/globals';
import { PROBLEMS, type ProblemCode, problemDocument, problemType } from '@webfaulon/protocol';
import type { Response as SupertestResponse } from 'supertest';

/** That an answer is the problem of a code, with every member, for new clients and old. */
export function expectProblem(response: SupertestResponse, code: ProblemCode, detail: string | RegExp): void {
  const { status, title } = PROBLEMS[code];
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json(;|$)/);
  const document = problemDocument.strict().parse(JSON.parse(response.text));
  expect(document).toMatchObject({
    type: problemType(code),
    code,
    status,
    title,
    error: title,
    status_code: status,
  });
  expect(response.status).toBe(status);
  if (typeof detail === 'string') expect(document.detail).toBe(detail);
  else expect(document.detail).toMatch(detail);
  expect(document.instance).toBe(response.headers['x-request-id']);
  // Neither the library's wording nor anything of the machine.
  expect(response.text).not.toMatch(
    /node_modules|file:|\bat \w+ \(|zod|Invalid input|expected .+ received|Unexpected token/i,
  );
}
