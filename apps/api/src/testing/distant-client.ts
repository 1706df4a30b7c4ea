import type { TestServer } from './test-server.ts';

/** A client at an address of its own, as a server behind one proxy sees it; a browser keeps the cookie that it is given. */
export class DistantClient {
  cookie: string | undefined;
  private readonly server: TestServer;
  private readonly address: string;
  private readonly isBrowser: boolean;

  /** @param server started with trustProxy 1 */
  constructor(server: TestServer, address: string, isBrowser: boolean) {
    this.server = server;
    this.address = address;
    this.isBrowser = isBrowser;
  }

  async fetch(path: string, method = 'GET', body?: unknown): Promise<Response> {
    const response = await this.server.fetch(path, {
      method,
      headers: {
        'x-forwarded-for': this.address,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const [given] = response.headers.getSetCookie();
    if (this.isBrowser && given !== undefined) this.cookie = given.split(';')[0];
    return response;
  }

  /** The answer to a new session, which may be a refusal. */
  configure(body: object): Promise<Response> {
    return this.fetch('/api/sa/configure', 'POST', body);
  }

  /** The headers with which this client's own requests come. */
  get headers(): Record<string, string> {
    return {
      'x-forwarded-for': this.address,
      ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
    };
  }
}
