import { isIP } from 'node:net';
import { hostname } from 'node:os';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/** A name or an address, and a port; an address of IPv6 stands in brackets. */
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+?)\.?(?::\d{1,5})?$/;

/** What the server listens on, and the names that the operator has given it; "*" stands for all. */
interface Listening {
  readonly host: string;
  readonly allowedHosts: readonly string[];
}

/**
 * Whether the server answers to a Host header. A page can give its own name the address of this server (DNS rebinding), and then
 * its browser takes the server for the page's own; but the name stands in the header. Where the server listens for this machine
 * alone, it answers to the machine's own addresses; else to any address, and to the names of the machine; and to those listed.
 */
export function answersTo(header: string, { host, allowedHosts }: Listening): boolean {
  if (allowedHosts.includes('*')) return true;
  const name = HOST.exec(header.toLowerCase())?.[1];
  if (name === undefined) return false;
  if (LOOPBACK.test(name) || allowedHosts.includes(name)) return true;
  if (isLoopback(host)) return false;
  const address = name.startsWith('[') ? name.slice(1, -1) : name;
  return isIP(address) !== 0 || name === host.toLowerCase() || name === hostname().toLowerCase();
}

function isLoopback(host: string): boolean {
  return LOOPBACK.test(host) || host === '::1';
}
