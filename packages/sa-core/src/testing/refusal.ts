import { SaCoreError } from '../errors.ts';

/** The error that a call was refused with; undefined if it was not. An error that is not ours is thrown on. */
export function refusalOf(call: () => unknown): SaCoreError | undefined {
  try {
    call();
  } catch (error) {
    if (error instanceof SaCoreError) return error;
    throw error;
  }
  return undefined;
}
