/** Numbers as people read them; one place, so that a score looks the same everywhere on the page. */

const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const FINE = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
const PERCENT = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });

/** Digits are grouped by thin spaces, which no language takes for a decimal sign. */
function grouped(text: string): string {
  return text.replaceAll(',', '\u2009');
}

export function formatCount(count: number): string {
  return grouped(WHOLE.format(count));
}

/** A score or a temperature, with three decimals at most. */
export function formatScore(score: number): string {
  return grouped(FINE.format(score)).replace('-', '\u2212');
}

/** A share of 0 to 1. */
export function formatShare(share: number): string {
  return PERCENT.format(share);
}

export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`;
  return `${FINE.format(Math.round(seconds / 360) / 10)} h`;
}
