import { randomUUID } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import { sign, unsign } from 'cookie-signature';

const NAME = 'webfaulon_client';
const ID = /^cookie [0-9a-f-]{36}$/;

/**
 * The signed cookie by which a browser is told from the others behind its address. It holds a random id and nothing about
 * anybody, and is gone with the browser's session. Without `Secure`, because a classroom's server speaks plain HTTP.
 */
export class ClientCookies {
  private readonly key: string;

  /** @param key what signs */
  constructor(key: string) {
    this.key = key;
  }

  /** The id in the header Cookie; undefined where there is none, or one that was not signed here. */
  idIn(header: string | undefined): string | undefined {
    const value = header === undefined ? undefined : parseCookie(header)[NAME];
    const id = value === undefined ? false : unsign(value, this.key);
    return id !== false && ID.test(id) ? id : undefined;
  }

  /** A new id, and the header Set-Cookie that gives it to a browser. */
  issue(): { readonly id: string; readonly header: string } {
    const id = `cookie ${randomUUID()}`;
    const header = stringifySetCookie({
      name: NAME,
      value: sign(id, this.key),
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
    });
    return { id, header };
  }
}
