/** What the program tells the script that called it; --help lists them. 64 and above are those of sysexits.h and of signals. */
export const EXIT_CODES = {
  ok: 0,
  failure: 1,
  usage: 2,
  data: 65,
  noInput: 66,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

/** For people, in the order of the numbers. A pipe that its reader closes early is no failure. */
export const EXIT_CODE_TEXTS: readonly (readonly [ExitCode, string])[] = [
  [EXIT_CODES.ok, 'Done; also when the reader of a pipe has seen enough, as head does.'],
  [EXIT_CODES.failure, 'Something failed while running, such as a score of your own.'],
  [EXIT_CODES.usage, 'An option or argument is missing, unknown or out of range.'],
  [EXIT_CODES.data, 'The formula or SMILES cannot be worked on, or a score module cannot be used.'],
  [EXIT_CODES.noInput, 'A score module cannot be found.'],
  [EXIT_CODES.interrupted, 'Interrupted (Ctrl-C); what was found so far has been printed.'],
  [EXIT_CODES.terminated, 'Terminated; what was found so far has been printed.'],
];
