import type { ResolvedConfiguration } from './configuration.ts';

/**
 * Fields that came later than the first runs, at the value that leaves a run as it was before them. At that value they do not
 * count, so that a run keeps its hash.
 */
const WITHOUT_EFFECT: Readonly<Record<string, unknown>> = {
  schedule: 'f_k',
  restart: 'none',
  stop_at_score: null,
  stop_after_steps_without_improvement: null,
};

/**
 * 64 bits, as 16 hexadecimal digits, that tell resolved configurations apart: a guard against mixing up checkpoints, not
 * against an adversary. The order of fields does not count.
 */
export function configurationHash(configuration: ResolvedConfiguration): string {
  const effective = Object.entries(configuration).filter(
    ([field, value]) => !(field in WITHOUT_EFFECT && WITHOUT_EFFECT[field] === value),
  );
  const text = canonicalJson(Object.fromEntries(effective));
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
