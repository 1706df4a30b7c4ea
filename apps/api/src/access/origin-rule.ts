/**
 * Whether a page of an origin may change something: one of the server's own pages, or one that is listed; "*" stands for all. The
 * scheme is not compared, since TLS may end at a proxy.
 *
 * @param host the name under which the request came, which the server answers to
 */
export function mayChange(
  origin: string,
  host: string | undefined,
  allowedOrigins: readonly string[],
): boolean {
  if (allowedOrigins.includes('*') || allowedOrigins.includes(origin)) return true;
  const own = /^https?:\/\/(.+)$/.exec(origin)?.[1];
  return own !== undefined && own === host?.toLowerCase();
}
