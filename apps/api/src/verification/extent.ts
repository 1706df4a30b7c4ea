/** With `npm run verify -- --short`, which runs beside anything, and on any machine. */
export const IS_SHORT = process.env['WEBFAULON_VERIFY'] === 'short';

/** How much a proof covers: all that it promises, or in short form a part that fits into a minute. */
export function extent(whole: number, short: number): number {
  return IS_SHORT ? short : whole;
}
