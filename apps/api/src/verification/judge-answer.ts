import { isProblemCode, PROBLEMS, problemDocument } from '@webfaulon/protocol';
import type { Answer } from './answers.ts';

const SCHEMA = problemDocument.strict();
/** What any request can be answered with, beside what its operation has in the document. */
const OF_ANY_REQUEST: readonly number[] = [400, 403, 404, 405, 408, 413, 415, 429, 431, 503];

/** What is wrong with an answer; undefined where it is as it should be. */
export function complaintAbout(
  { status, headers, body }: Answer,
  method: string,
  documented: readonly number[],
): string | undefined {
  const type = headers.get('content-type') ?? '';
  const isPreflight = method === 'OPTIONS' && status === 204;
  if (!(documented.includes(status) || OF_ANY_REQUEST.includes(status) || isPreflight)) {
    return `status ${status} is not documented`;
  }
  if (method === 'HEAD' || status === 204) return undefined;
  if (status < 400) return type.startsWith('application/json') ? complaintAboutJson(body) : undefined;
  if (!type.startsWith('application/problem+json')) return `an error of type "${type}"`;
  const complaint = complaintAboutJson(body);
  if (complaint !== undefined) return complaint;
  const problem = SCHEMA.safeParse(JSON.parse(body));
  if (!problem.success) return `no problem document: ${problem.error.message}`;
  const { code, status: told } = problem.data;
  if (!isProblemCode(code) || PROBLEMS[code].status !== status || told !== status)
    return `code ${code} with status ${status}`;
  return undefined;
}

function complaintAboutJson(body: string): string | undefined {
  try {
    JSON.parse(body);
    return undefined;
  } catch {
    return `a body that is no JSON: ${body.slice(0, 100)}`;
  }
}
