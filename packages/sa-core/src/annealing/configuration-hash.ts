import type { ResolvedConfiguration } from './configuration.ts';

/**
 * Fields that are younger than the first stored checkpoints, each at the value that means a run as it was before them.
 * At this value a field is left out of the hash, so that every older configuration keeps its own.
 */
const YOUNGER_FIELDS: Readonly<Record<string, string>> = {
  hastings: 'false',
  component_targets: '{}',
  filters: '[]',
  schedule: '"f_k"',
  restart: '"none"',
  stop_at_score: 'null',
  stop_after_steps_without_improvement: 'null',
};

/** The configuration without what says nothing; the hash tells configurations apart by the rest. */
export function identifyingFields(configuration: ResolvedConfiguration): Partial<ResolvedConfiguration> {
  const entries = Object.entries(configuration);
  return Object.fromEntries(
    entries.filter(([field, value]) => YOUNGER_FIELDS[field] !== JSON.stringify(value)),
  );
}

/**
 * 64 bits, as 16 hexadecimal digits, that tell resolved configurations apart: a guard against mixing up checkpoints, not
 * against an adversary. The order of fields does not count.
 */
export function configurationHash(configuration: ResolvedConfiguration): string {
  const text = canonicalJson(identifyingFields(configuration));
  return fnv1a(text, 0x811c9dc5) + fnv1a(text, 0x2f0b4a27);
}

function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}

/** FNV-1a over UTF-16 code units, with a final mix because its upper bits depend little on the last characters. */
function fnv1a(text: string, basis: number): string {
  let hash = basis;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  hash ^= hash >>> 15;
  return (hash >>> 0).toString(16).padStart(8, '0');
}
