import { LoadError } from '../errors.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address of a server on this machine, without what follows the port. "localhost" becomes 127.0.0.1, so that no name is
 * looked up while times are measured.
 *
 * @throws {LoadError} for any other: load is not to be put on a machine whose owner has not started this program
 */
export function loopbackAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.protocol !== 'http:') {
    throw new LoadError(
      'option_invalid',
      `--url is "${text}", but must be an address such as http://127.0.0.1:3000.`,
    );
  }
  if (!LOOPBACK.test(url.hostname)) {
    throw new LoadError(
      'address_not_loopback',
      `${url.hostname} is another machine. Load is put on servers of this machine alone: give an address such as http://127.0.0.1:3000, or run this program there.`,
    );
  }
  return `http://${url.host.replace('localhost', '127.0.0.1')}${url.pathname.replace(/\/+$/, '')}`;
}
