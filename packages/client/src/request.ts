import { ConnectionError, errorOf } from './api-error.ts';

/** Where the API is, and how to get there. */
export interface ApiAddress {
  /** Without it, paths begin at the root of the page's own host. */
  readonly baseUrl?: string | undefined;
  /** Stands in for the global fetch. */
  readonly fetch?: typeof fetch | undefined;
}

/** What every call takes. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Values of a query; undefined leaves a parameter out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

export function urlOf({ baseUrl = '' }: ApiAddress, path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return `${baseUrl.replace(/\/+$/, '')}${path}${text === '' ? '' : `?${text}`}`;
}

/**
 * One answer, whatever its status.
 *
 * @throws {ConnectionError} if there is none
 * @throws the reason of the signal, if it is aborted
 */
export async function fetchFrom(address: ApiAddress, url: string, init: RequestInit): Promise<Response> {
  // Called as a bare function: a browser's fetch refuses any other `this`.
  const { fetch: fetchIt = fetch } = address;
  try {
    return await fetchIt(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ConnectionError('The server cannot be reached.', error);
  }
}

/**
 * The JSON that a route answers; undefined for 204.
 *
 * @throws {ApiError} if the server refuses
 * @throws {ConnectionError} if it cannot be reached, or its answer is cut off
 * @throws the reason of the signal, if it is aborted
 */
export async function requestJson<Answer>(
  address: ApiAddress,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  { signal }: CallOptions = {},
  body?: unknown,
): Promise<Answer> {
  const response = await fetchFrom(address, url, {
    method,
    ...(signal === undefined ? {} : { signal }),
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw await errorOf(response, signal);
  if (response.status === 204) return undefined as Answer;
  try {
    return (await response.json()) as Answer;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ConnectionError('The answer of the server cannot be read.', error);
  }
}
