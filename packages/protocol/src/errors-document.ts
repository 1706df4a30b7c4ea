import { PROBLEMS } from './problems.ts';

const INTRODUCTION = `# Errors

Every error of the API is a problem document (RFC 9457, \`application/problem+json\`). \`detail\` is a sentence for a
person, \`code\` is stable and for programs, and \`type\` is \`urn:webfaulon:problem:\` followed by the code. A 422 lists in
\`errors\` what is wrong, each with a JSON pointer (RFC 6901) to the part at fault. \`error\` and \`status_code\` repeat
\`title\` and \`status\` for older clients.

This page is written from the catalogue in \`packages/protocol/src/problems.ts\`, and a test holds it to that.
`;

/** The page docs/errors.md: every problem of the API, by status, in the order of the catalogue. */
export function renderErrorsDocument(): string {
  const problems = Object.entries(PROBLEMS);
  const statuses = [...new Set(problems.map(([, { status }]) => status))].sort((a, b) => a - b);
  const sections = statuses.map((status) => {
    const entries = problems
      .filter(([, problem]) => problem.status === status)
      .map(([code, { title, description }]) => `### ${code}\n\n**${title}.** ${description}\n`);
    return [`## ${status}\n`, ...entries].join('\n');
  });
  return [INTRODUCTION, ...sections].join('\n');
}
