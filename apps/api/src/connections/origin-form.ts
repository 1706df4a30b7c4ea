import type { IncomingMessage } from 'node:http';

/**
 * Brings the target of a request into the form of a path: HTTP allows a whole address too, and what is neither names nothing here.
 * Express would answer that in words of its own.
 */
export function toOriginForm(request: Pick<IncomingMessage, 'url'>): void {
  const target = request.url ?? '/';
  if (target.startsWith('/')) return;
  const address = URL.canParse(target) ? new URL(target) : undefined;
  request.url =
    address?.protocol === 'http:' || address?.protocol === 'https:'
      ? address.pathname + address.search
      : `/${encodeURIComponent(target)}`;
}
