import { CHEMISTRY_COMPONENTS } from '@webfaulon/chemistry';
import {
  BUILT_IN_COMPONENTS,
  type Configuration,
  type ResolvedConfiguration,
  resolveConfiguration,
  SaCoreError,
  type SaCoreErrorCode,
} from '@webfaulon/sa-core';

const COMPONENTS = [...BUILT_IN_COMPONENTS, ...CHEMISTRY_COMPONENTS];

/** What a configuration comes to, or why it is refused; an error loses its fields on the way between threads. */
export type Resolution =
  | { readonly ok: true; readonly configuration: ResolvedConfiguration }
  | {
      readonly ok: false;
      readonly code: SaCoreErrorCode;
      readonly detail: string;
      /** The field at fault. */
      readonly pointer: string;
    };

export function resolutionOf(asked: Configuration): Resolution {
  try {
    return { ok: true, configuration: resolveConfiguration(asked, COMPONENTS) };
  } catch (error) {
    if (!(error instanceof SaCoreError)) throw error;
    return { ok: false, code: error.code, detail: error.message, pointer: error.pointer };
  }
}

/**
 * Whether resolving takes a walk among isomers, tens of milliseconds of some formulas: too long for the event loop. All else
 * takes microseconds, less than the way to a thread and back.
 */
export function takesWalk({ schedule, filters = [] }: Configuration): boolean {
  return schedule === 'automatic' || filters.length > 0;
}
