import { SA_CORE_ERRORS, type SaCoreErrorCode } from '@webfaulon/sa-core';

/** What a code of a problem document stands for. */
export interface ProblemKind {
  /** The HTTP status that the problem is answered with. */
  readonly status: number;
  /** What the problem is, the same for each occurrence. Existing clients know some of these texts. */
  readonly title: string;
  /** What it means and what to do. */
  readonly description: string;
}

const HTTP_PROBLEMS = {
  invalid_json: {
    status: 400,
    title: 'The body is not JSON',
    description: 'The body of the request cannot be read as JSON. Check its quotes, commas and braces.',
  },
  session_already_running: {
    status: 400,
    title: 'Session already running',
    description: 'A session that runs cannot be started. Watch its stream, or pause it first.',
  },
  session_already_complete: {
    status: 400,
    title: 'Session already complete',
    description: 'The run has played its last step. Reset the session to see the same run again.',
  },
  session_not_running: {
    status: 400,
    title: 'Session not running',
    description: 'Only a session that runs can be paused. Start it first.',
  },
  session_failed: {
    status: 400,
    title: 'Session failed',
    description:
      'The run met an error and cannot go on; status and the error event of the stream say so too. Reset the session to try again.',
  },
  malformed_request: {
    status: 400,
    title: 'The request is not well-formed HTTP',
    description:
      'The bytes that arrived are no request that HTTP/1.1 allows. A client library does not send such; look for what lies between it and the server.',
  },
  viewer_only: {
    status: 403,
    title: 'This id only watches',
    description:
      'The id is the viewer_id of a session: it shows the session and cannot start, pause, step, reset, pace or delete it. Whoever made the session has the id that can.',
  },
  origin_not_allowed: {
    status: 403,
    title: 'Pages of this origin may not use the server',
    description:
      'A page of another origin has sent a request that changes something. The operator of the server can allow its origin (ALLOWED_ORIGINS).',
  },
  host_not_allowed: {
    status: 403,
    title: 'The server is not known under this name',
    description:
      'The header Host has a name that the server does not answer to, so that no page can reach it through a name of its own. Use localhost or an address, or have the operator add the name (ALLOWED_HOSTS).',
  },
  session_not_found: {
    status: 404,
    title: 'Session not found or expired',
    description:
      'No session has this id: it never existed, was deleted, or expired because nobody used it for a while. Configure a new one; the same configuration gives the same run.',
  },
  step_not_played: {
    status: 404,
    title: 'Step not played',
    description:
      'The run has no step of this number, or has not played it yet. Steps are numbered from 1; status tells the played position.',
  },
  class_not_found: {
    status: 404,
    title: 'Class not found or expired',
    description:
      'No class has this code: it was mistyped, or the class expired because nobody used it for a while. Open a new one.',
  },
  member_not_found: {
    status: 404,
    title: 'Not a member of this class',
    description:
      'Nobody has joined this class under this member_id. Join it, and report with the id of the answer.',
  },
  route_not_found: {
    status: 404,
    title: 'Route not found',
    description: 'The server has nothing at this path. Its routes stand in /openapi.json and /docs.',
  },
  request_timeout: {
    status: 408,
    title: 'The request took too long to arrive',
    description: 'The server has waited for the rest of the request and given up. Send it again.',
  },
  class_full: {
    status: 409,
    title: 'The class is full',
    description: 'As many as a class can hold have joined. Open a second class.',
  },
  session_outdated: {
    status: 409,
    title: 'Session of another version',
    description:
      'Another version of the program has computed this session, and this one would compute another run. A run that was complete is still shown by its status. Configure a new session with what status or the link of the run tells, without its versions, or delete this one.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    description: 'The path exists, but not with this method. The header Allow names those that it has.',
  },
  precondition_failed: {
    status: 412,
    title: 'The file is not the one that the request is for',
    description:
      'The request has a condition, If-Match or If-Unmodified-Since, that the file of the page does not meet. Ask without it.',
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    description: 'The body of the request is larger than any configuration. Send less.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'The body is not declared as JSON',
    description: 'Send the body as UTF-8 JSON with the header content-type: application/json.',
  },
  validation_failed: {
    status: 422,
    title: 'The request has values that are not valid',
    description:
      'Some field or parameter is missing, of the wrong type or out of range. errors lists each of them with a JSON pointer and a sentence.',
  },
  cap_exceeded: {
    status: 422,
    title: 'The configuration asks for more than this server allows',
    description:
      'The molecule or the run is larger than a cap that the operator of the server has set. The detail names the cap and its value; stay below it, or run your own server.',
  },
  too_many_requests: {
    status: 429,
    title: 'Too many requests',
    description:
      'This client, or its address, has sent more requests in a minute than the server takes. Go on after the time in the header Retry-After; the header RateLimit tells what is left.',
  },
  too_many_sessions: {
    status: 429,
    title: 'Too many sessions of one client or address',
    description:
      'This client, or its address, has as many sessions as it may. Delete some, or wait until those that nobody uses expire.',
  },
  too_many_streams: {
    status: 429,
    title: 'Too many streams',
    description:
      'The session, this client or its address has as many open streams as it may. Close some, or try again after the time in the header Retry-After.',
  },
  too_many_classes: {
    status: 429,
    title: 'Too many classes from one address',
    description:
      'As many classes as one address may have are open. Use one of them, or wait until those that nobody uses expire.',
  },
  headers_too_large: {
    status: 431,
    title: 'The address and the headers of the request are too large',
    description: 'The request line and the headers have more than 16 KB in all. Send less.',
  },
  internal_error: {
    status: 500,
    title: 'The server made an error',
    description:
      'The fault is not yours. Trying again may help; if it does not, report it with what you sent.',
  },
  server_full: {
    status: 503,
    title: 'The server is full',
    description:
      'The server holds as many sessions, streams or classes as it can. Try again after the time in the header Retry-After.',
  },
  shutting_down: {
    status: 503,
    title: 'The server is shutting down',
    description:
      'The server is being stopped or restarted. Try again after the time in the header Retry-After.',
  },
  not_ready: {
    status: 503,
    title: 'The server is not ready',
    description:
      'Only /readyz answers this: the server is starting, stopping or has too much queued, and should not be sent new sessions now.',
  },
} as const satisfies Record<string, ProblemKind>;

/** All that sa-core refuses, but for what no configuration can cause: then the server itself is at fault. */
const {
  checkpoint_invalid,
  checkpoint_foreign,
  component_invalid,
  component_module,
  isomers_over_limit,
  run_failed,
  score_unasked,
  worker_failed,
  ...CONFIGURATION_ERRORS
} = SA_CORE_ERRORS;

type ConfigurationErrorCode = keyof typeof CONFIGURATION_ERRORS;

/** The code of a problem document: stable, and the last part of its type. */
export type ProblemCode = keyof typeof HTTP_PROBLEMS | ConfigurationErrorCode;

/** Every problem that the API can answer with, by its code. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemKind>> = {
  ...HTTP_PROBLEMS,
  ...mapValues(CONFIGURATION_ERRORS, (text) => ({
    status: 422,
    title: text.replace(/\.$/, ''),
    description: `${text} The detail says what is wrong with this configuration and what to change.`,
  })),
};

/** Whether an error of sa-core is one that a configuration causes, and so a problem of the same code. */
export function isConfigurationErrorCode(code: SaCoreErrorCode): code is ConfigurationErrorCode {
  return Object.hasOwn(CONFIGURATION_ERRORS, code);
}

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}

/** The stable URI of a problem, the member type of its document. */
export function problemType(code: ProblemCode): string {
  return `urn:webfaulon:problem:${code}`;
}

function mapValues<Key extends string, Value, Result>(
  record: Readonly<Record<Key, Value>>,
  map: (value: Value) => Result,
): Record<Key, Result> {
  const entries = Object.entries<Value>(record).map(([key, value]) => [key, map(value)] as const);
  // Object.fromEntries forgets the keys; they are those of the record.
  return Object.fromEntries(entries) as Record<Key, Result>;
}
