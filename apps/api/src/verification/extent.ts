/** How much a proof covers: all that it promises, or with `npm run verify -- --short` a part that fits into a minute. */
export function extent(whole: number, short: number): number {
  return process.env['WEBFAULON_VERIFY'] === 'short' ? short : whole;
}
