/** Longer than this nobody waits for a server that is back. */
const MAX_DELAY_MILLISECONDS = 15_000;

/**
 * How long to wait before an attempt to reconnect: a random part of a time that doubles with each attempt. The chance spreads
 * a class of pages that all lost the same server.
 *
 * @param attempt from 1
 * @param random from [0, 1)
 * @returns milliseconds
 */
export function reconnectDelay(attempt: number, baseMilliseconds: number, random: number): number {
  const longest = Math.min(MAX_DELAY_MILLISECONDS, baseMilliseconds * 2 ** (attempt - 1));
  return Math.round(random * longest);
}
