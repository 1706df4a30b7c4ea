/** The value that this share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** A row of the table: what was measured, in milliseconds. */
export function tableRow(what: string, milliseconds: readonly number[]): string {
  const shown = [0.5, 0.99].map((share) => `${quantile(milliseconds, share).toFixed(0)} ms`);
  return `| ${what} | ${shown.join(' | ')} | ${milliseconds.length} |`;
}
