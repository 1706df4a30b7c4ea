import { PARAMETERS, type ParameterName } from '@webfaulon/protocol/parameters';
import type { Configuration, ResolvedConfiguration } from '@webfaulon/sa-core';
import type { Pace } from '../runner/runner.ts';
import { parameterFault } from '../setup/parameter-fault.ts';
import type { RunPlan } from '../setup/setup.ts';
import { LINK_DEFAULTS } from './link-defaults.ts';
import { numbersByName, readValue, textOf } from './link-value.ts';

/** What the part of an address after # says. */
export type RunLink =
  /** It speaks of no run: it is empty, or belongs to another part of the page. */
  | { readonly kind: 'none' }
  | { readonly kind: 'run'; readonly plan: RunPlan }
  /** `message` is a sentence for a person. */
  | { readonly kind: 'damaged'; readonly message: string };

/** Every field of a resolved configuration and the pace; the last one shows that a link was not cut off. */
const NAMES = [
  'formula',
  'seed',
  ...(Object.keys(PARAMETERS) as ParameterName[]).filter((name) => name !== 'formula' && name !== 'seed'),
  'component_versions',
  'algorithm_version',
] as const;
type FieldName = (typeof NAMES)[number];

/** The part of an address, with its #, that gives this very run again: readable, and only what is not LINK_DEFAULTS. */
export function runLink(configuration: ResolvedConfiguration, pace: Pace): string {
  const fields: Readonly<Record<FieldName, unknown>> = { ...configuration, steps_per_second: pace };
  const defaults: Partial<Record<FieldName, unknown>> = LINK_DEFAULTS;
  const parts = NAMES.flatMap((name) => {
    const text = textOf(fields[name]);
    return name in defaults && textOf(defaults[name]) === text ? [] : [`${name}=${escaped(text)}`];
  });
  return `#${parts.join('&')}`;
}

/** Reads what {@link runLink} wrote. Never throws, whatever the text; the chemistry is judged by who runs it. */
export function readRunLink(hash: string): RunLink {
  const text = hash.replace(/^#/, '');
  // A class has an address of its own.
  if (text === '' || /^(class|board)=/.test(text)) return { kind: 'none' };
  const fields = new Map<string, unknown>();
  for (const part of text.split('&')) {
    const separator = part.indexOf('=');
    const name = separator < 0 ? part : part.slice(0, separator);
    if (!isName(name)) return damaged(`it holds “${name.slice(0, 40)}”, which this page does not know`);
    if (fields.has(name)) return damaged(`it gives ${name} twice`);
    const value = separator < 0 ? undefined : fieldOf(name, part.slice(separator + 1));
    if (value === undefined) return damaged(`the value of ${name} cannot be read`);
    const fault = faultOf(name, value);
    if (fault !== null) return damaged(fault.replace(/\.$/, ''));
    fields.set(name, value);
  }
  const missing = NAMES.find((name) => !fields.has(name) && !(name in LINK_DEFAULTS));
  if (missing !== undefined) return damaged(`it lacks ${missing}, so its end was probably cut off`);
  const { steps_per_second: pace, ...configuration } = { ...LINK_DEFAULTS, ...Object.fromEntries(fields) };
  return { kind: 'run', plan: { configuration: configuration as Configuration, pace: pace as Pace } };
}

function isName(name: string): name is FieldName {
  return NAMES.some((known) => known === name);
}

function isParameter(name: FieldName): name is ParameterName {
  return Object.hasOwn(PARAMETERS, name);
}

function fieldOf(name: FieldName, escapedText: string): unknown {
  try {
    const text = decodeURIComponent(escapedText);
    if (isParameter(name)) return readValue(PARAMETERS[name].kind, text);
    return name === 'algorithm_version' ? readValue('number', text) : numbersByName(text);
  } catch {
    // A percent sign that stands for nothing.
    return undefined;
  }
}

function faultOf(name: FieldName, value: unknown): string | null {
  if (isParameter(name)) return parameterFault(PARAMETERS[name], value);
  const versions = name === 'algorithm_version' ? [value] : Object.values(value as object);
  const areVersions = versions.every((version) => Number.isSafeInteger(version) && (version as number) >= 1);
  return areVersions ? null : `${name} must be a whole number above 0`;
}

/** Commas and colons may stand in an address as they are, and read better. */
function escaped(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':');
}

function damaged(why: string): RunLink {
  return {
    kind: 'damaged',
    message: `This link is damaged: ${why}. Ask for it again, or choose a run here.`,
  };
}
