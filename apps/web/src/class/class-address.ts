/** What an address says of a class: an invitation to join it, or its board. */
export interface ClassAddress {
  readonly kind: 'invitation' | 'board';
  readonly code: string;
}

/** As it is typed: perhaps in small letters, with spaces or hyphens to read it by. */
const CODE = /^[A-Z0-9]{4,12}$/;

/** The code as the server writes it; null where the text cannot be one. */
export function classCode(typed: string): string | null {
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  return CODE.test(code) ? code : null;
}

/** Reads #class=CODE, ?class=CODE and #board=CODE; null where the address is of no class. */
export function readClassAddress(address: string): ClassAddress | null {
  const { hash, search } = new URL(address);
  const fragment = new URLSearchParams(hash.slice(1));
  const board = classCode(fragment.get('board') ?? '');
  if (board !== null) return { kind: 'board', code: board };
  const code = classCode(fragment.get('class') ?? new URLSearchParams(search).get('class') ?? '');
  return code === null ? null : { kind: 'invitation', code };
}

/** The same page as that of the class: whatever name or number of the server it was opened with. */
export function writeClassAddress(address: string, { kind, code }: ClassAddress): string {
  return `${pageAddress(address)}#${kind === 'board' ? 'board' : 'class'}=${code}`;
}

/** Without what the address says of a class or a run. */
export function pageAddress(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}

/** Whether the address means "this very computer", so that no other one can follow it. */
export function isOnlyHere(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || /^(127\.|\[::1\]$)/.test(hostname);
}
