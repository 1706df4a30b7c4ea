/** The one catalogue of what the program refuses or cannot do, by stable code, each with the exit code that it ends in. */
export const LOAD_ERRORS = {
  option_invalid: { exit: 2, text: 'An option is missing, unknown or out of range.' },
  address_not_loopback: { exit: 2, text: 'The address is not one of this machine.' },
  report_unwritable: { exit: 2, text: 'The report cannot be written where it was asked for.' },
  descriptors_too_few: { exit: 1, text: 'The system allows too few open files for so many viewers.' },
  server_failed: { exit: 1, text: 'The server did not start, or ended while it was under load.' },
  sessions_refused: { exit: 1, text: 'The server refused a session that the scenario needs.' },
} as const satisfies Record<string, { exit: number; text: string }>;

export type LoadErrorCode = keyof typeof LOAD_ERRORS;

/** The only error that the program throws on purpose; the message is for a person. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  readonly code: LoadErrorCode;

  constructor(code: LoadErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.code = code;
  }
}
