export interface Progress {
  /** Such as "C10H16". */
  readonly subject: string;
  readonly done: number;
  /** Undefined where nobody knows. */
  readonly total: number | undefined;
  /** Of what, in the plural: "steps". */
  readonly unit: string;
}

const MIN_BAR_WIDTH = 5;
const MAX_BAR_WIDTH = 24;
/** Two gaps of two spaces, and the brackets of the bar. */
const GAPS_AND_BRACKETS = 6;

/** Thousands are set apart alike in every country, so that a line can be compared and searched for. */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** "0:07", "12:30", "3:05:00". */
export function clockTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const [first, ...others] = parts[0] === 0 ? parts.slice(1) : parts;
  return [String(first), ...others.map((part) => String(part).padStart(2, '0'))].join(':');
}

/**
 * One line that says how far the work is, how fast it goes and, where the total is known, how long it still takes at the rate so
 * far. At most `columns` characters: the bar gives way first, and then the end.
 *
 * @param seconds since the work began
 */
export function progressLine(
  { subject, done, total, unit }: Progress,
  seconds: number,
  columns: number,
): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const speed = `${grouped(rate)}/s`;
  if (total === undefined) return `${subject}  ${grouped(done)} ${unit}  ${speed}`.slice(0, columns);
  const share = total > 0 ? Math.min(1, done / total) : 1;
  const figures = [
    `${Math.floor(100 * share)} %`.padStart(5),
    `${grouped(done)} of ${grouped(total)} ${unit}`,
    speed,
    `${rate > 0 ? clockTime(Math.max(0, total - done) / rate) : '-:--'} left`,
  ].join('  ');
  const room = columns - subject.length - figures.length - GAPS_AND_BRACKETS;
  const bar = room < MIN_BAR_WIDTH ? '' : `${drawBar(share, Math.min(room, MAX_BAR_WIDTH))}  `;
  return `${subject}  ${bar}${figures}`.slice(0, columns);
}

function drawBar(share: number, width: number): string {
  const filled = Math.floor(width * share);
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}]`;
}
