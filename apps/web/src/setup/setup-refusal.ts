import { resolveConfiguration, SaCoreError } from '@webfaulon/sa-core';
import { RESOLVABLE_COMPONENTS } from '../objective/known-components.ts';
import type { Setup, SetupName } from './setup.ts';

/** Why sa-core would refuse a run, and the field at which to say so. */
export interface SetupRefusal {
  readonly field: SetupName;
  readonly message: string;
}

/** What sa-core itself says of a setup whose fields are within their ranges; null if it takes it. */
export function setupRefusal(setup: Setup): SetupRefusal | null {
  try {
    // The automatic schedule walks and scores; whether it is accepted does not hang on that.
    resolveConfiguration(
      setup.schedule === 'automatic' ? { ...setup, schedule: 'f_k' } : setup,
      RESOLVABLE_COMPONENTS,
    );
    return null;
  } catch (error) {
    if (error instanceof SaCoreError) return { field: fieldOf(error.pointer, setup), message: error.message };
    throw error;
  }
}

/** The field that a JSON pointer such as "/component_weights/hosoya_z" names; the formula where it names none. */
export function fieldOf(pointer: string, setup: Setup): SetupName {
  const name = pointer.split('/')[1] ?? '';
  return name in setup ? (name as SetupName) : 'formula';
}
