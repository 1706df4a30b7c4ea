/** What a command needs of the process it runs in. */
export interface Surroundings {
  /** Where relative paths start. */
  readonly workingDirectory: string;
  /** The results, and nothing else. Settles once the text is taken, so that a slow reader slows the program down. */
  readonly writeResult: (text: string) => Promise<void>;
  /** Whether the results go to the terminal, where they would run through a progress bar. */
  readonly isResultOnTerminal: boolean;
  /** A sentence for a person, on standard error. */
  readonly notify: (sentence: string) => void;
  /** Standard error as the progress bar sees it. */
  readonly terminal: Terminal;
  /** Aborted once the user or the system wants the program to end. */
  readonly interruption: AbortSignal;
}

export interface Terminal {
  readonly isTerminal: boolean;
  /** Its width in characters now. */
  readonly columns: () => number;
  readonly write: (text: string) => void;
}
