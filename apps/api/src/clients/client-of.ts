import type { NextFunction, Request, Response } from 'express';
import { type Client, clientAt, hasCookie, type Owner, partyOf } from './client.ts';
import type { ClientCookies } from './client-cookies.ts';

const clients = new WeakMap<Request, Client>();

/** Finds out whose each request is. */
export function identifyClients(cookies: ClientCookies) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const address = partyOf(request.ip);
    const id = cookies.idIn(request.headers.cookie);
    clients.set(request, id === undefined ? clientAt(address) : { id, address });
    next();
  };
}

/** Whose a request is. */
export function clientOf(request: Request): Client {
  return clients.get(request) ?? clientAt(partyOf(request.ip));
}

/** Offers a cookie with an answer to whoever came without one; the id in it, or null. */
export function offerCookie(cookies: ClientCookies, request: Request, response: Response): string | null {
  if (hasCookie(clientOf(request))) return null;
  const { id, header } = cookies.issue();
  response.append('Set-Cookie', header);
  return id;
}

/** Whose that is to be which a request creates. */
export function ownerBy(cookies: ClientCookies, request: Request, response: Response): Owner {
  const { id: client, address } = clientOf(request);
  return { client, address, offered: offerCookie(cookies, request, response) };
}
