import type { SessionState } from '@webfaulon/protocol';

/** Why a session cannot do what it was asked; the codes are those of the problems that the API answers. */
export type Refusal =
  | 'session_already_running'
  | 'session_already_complete'
  | 'session_not_running'
  | 'session_failed';

export type Transition = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

export const DONE: Transition = { ok: true };

/** Why a session in this state cannot be started or stepped; undefined where it can. */
export function refusalToRun(state: SessionState): Refusal | undefined {
  if (state === 'running') return 'session_already_running';
  if (state === 'complete') return 'session_already_complete';
  return state === 'failed' ? 'session_failed' : undefined;
}
