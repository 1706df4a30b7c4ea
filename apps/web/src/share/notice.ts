import type { RunnerError } from '../runner/runner.ts';

/** What became of a run or a link, and what can be done about it. */
export interface Notice {
  readonly text: string;
  readonly choices: readonly NoticeChoice[];
}

interface NoticeChoice {
  readonly label: string;
  readonly choose: () => void;
}

/** What a person can do about a run that could not be opened. */
export interface Remedies {
  readonly runAnew: () => void;
  readonly computeAgain: () => void;
  readonly computeHere: () => void;
}

const ANEW = 'Run it anew with this version';
const AGAIN = 'Compute it again';
const HERE = 'Go on in this browser';

/** What is to be said about a run that could not be opened or taken up. */
export function noticeOf({ code, message }: RunnerError, remedies: Remedies): Notice {
  const again = { label: AGAIN, choose: remedies.computeAgain };
  const here = { label: HERE, choose: remedies.computeHere };
  switch (code) {
    case 'version_mismatch':
      return {
        text: 'This run was made with another version of the program, and here it would not be the same run.',
        choices: [{ label: ANEW, choose: remedies.runAnew }],
      };
    case 'session_not_found':
      return {
        text: 'The server no longer has this run. Compute it again from its configuration? It is the same run.',
        choices: [again, here],
      };
    case 'unreachable':
      return {
        text: 'The server cannot be reached. This browser can compute the same run.',
        choices: [here],
      };
    default:
      return { text: `This run cannot be made: ${message}`, choices: [] };
  }
}

/** What is to be said while the connection to the server is lost. */
export function reconnectingText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds === 0 ? 'Connection lost, trying again.' : `Connection lost, trying again in ${seconds} s.`;
}
