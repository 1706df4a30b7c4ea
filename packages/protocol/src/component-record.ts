import { z } from './zod.ts';

/** More than there are components, and few enough that no answer about them grows long. */
const MAX_COMPONENTS = 64;
const MAX_NAME_LENGTH = 64;

/** What a record from component names to numbers asks of its parts. */
interface ComponentRecordRules {
  /** The sentence for what is no such record at all. */
  readonly requirement: string;
  readonly accepts: (value: number) => boolean;
  /** What accepts accepts, for OpenAPI. */
  readonly range: { readonly type: 'number' | 'integer'; readonly minimum: number; readonly maximum: number };
  /** The sentence for a value that is not accepted. */
  readonly fault: (name: string) => string;
  /** The stable code of that fault. */
  readonly code: string;
}

/**
 * A record from names of scoring components to numbers. Which names exist is for sa-core to say.
 *
 * It is no z.record, since that drops the key "__proto__" in silence, which JSON.parse makes an ordinary property: a
 * weight would vanish without a word. Here that key is refused; every other one arrives as an own property.
 */
export function componentRecord({ requirement, accepts, range, fault, code }: ComponentRecordRules) {
  return z
    .custom<Record<string, number>>(isObject, { error: requirement })
    .meta({ override: { type: 'object', additionalProperties: range } })
    .superRefine((record, context) => {
      const refuse = (path: string[], message: string, params: { code?: string } = {}): void => {
        // A record at fault is not judged any further.
        context.addIssue({ code: 'custom', path, message, params, continue: false });
      };
      const entries: [string, unknown][] = Object.entries(record);
      if (entries.length > MAX_COMPONENTS) {
        refuse([], `At most ${MAX_COMPONENTS} scoring components can be named.`);
        return;
      }
      for (const [name, value] of entries) {
        if (name.length > MAX_NAME_LENGTH) {
          // Neither the sentence nor the pointer repeats a name without bound.
          refuse([], `"${name.slice(0, MAX_NAME_LENGTH)}…" is not the name of a scoring component.`, UNKNOWN);
        } else if (name === '__proto__') {
          refuse([name], `"${name}" is not the name of a scoring component.`, UNKNOWN);
        } else if (typeof value !== 'number' || !accepts(value)) {
          refuse([name], fault(name), { code });
        }
      }
    });
}

const UNKNOWN = { code: 'component_unknown' } as const;

function isObject(input: unknown): boolean {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}
