import { ApiError, ConnectionError } from '@webfaulon/client';

/** Why something with a class did not work. Only what is "unreachable" passes by itself. */
export interface ClassTrouble {
  readonly kind: 'gone' | 'full' | 'unreachable' | 'refused';
  /** What was wrong, and what to do. */
  readonly message: string;
}

/** What an error of the client means to a member or a teacher. Any other error is thrown on. */
export function troubleOf(error: unknown, code: string): ClassTrouble {
  if (error instanceof ConnectionError) {
    return { kind: 'unreachable', message: 'The server cannot be reached. Check the network.' };
  }
  if (!(error instanceof ApiError)) throw error;
  switch (error.code) {
    case 'class_not_found':
      return {
        kind: 'gone',
        message: `There is no class ${code}: the code was mistyped, or the class has ended because nobody used it for a while. Ask for the code once more, or open a new class.`,
      };
    case 'member_not_found':
      return { kind: 'gone', message: `Class ${code} does not know you any more. Join it once more.` };
    case 'class_full':
      return {
        kind: 'full',
        message: `Class ${code} is full. Ask for a second class; its board can still be watched.`,
      };
    case 'shutting_down':
    case 'not_a_problem':
      return { kind: 'unreachable', message: 'The server is not ready. Try again in a moment.' };
    default:
      return { kind: 'refused', message: error.detail };
  }
}
