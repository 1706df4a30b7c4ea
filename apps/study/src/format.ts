import type { Estimate } from './statistics.ts';

/** 12345.6 -> "12,346", without what Intl knows of the machine's language. */
function withCommas(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Three digits: what an interval of several per cent leaves to say. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

export function stepCount(value: number): string {
  return withCommas(rounded(value));
}

/** @param beyond what stands for infinity */
export function steps({ value, low, high }: Estimate, beyond: string): string {
  const text = (x: number) => (Number.isFinite(x) ? stepCount(x) : beyond);
  return Number.isFinite(value) || Number.isFinite(low)
    ? `${text(value)} (${text(low)} to ${text(high)})`
    : beyond;
}

/** A share of 1 as per cent. */
export function share({ value, low, high }: Estimate): string {
  const percent = (x: number) => String(Math.round(100 * x));
  return `${percent(value)} % (${percent(low)} to ${percent(high)})`;
}

export function ratio({ value, low, high }: Estimate): string {
  const text = (x: number) => (Number.isFinite(x) ? String(Number(x.toPrecision(2))) : '∞');
  return `${text(value)} (${text(low)} to ${text(high)})`;
}
