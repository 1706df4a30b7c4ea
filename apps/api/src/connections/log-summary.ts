import { createHmac, randomBytes } from 'node:crypto';

/** The part of an address that names a session or a class, which whoever knows it may use. */
const SECRET_SEGMENT = /(\/api\/(?:sa|classes)\/)([^/?#]+)/gi;
const NO_SECRETS: readonly string[] = ['configure', 'components'];
const TAG_LENGTH = 8;

/**
 * What the log says of a request: no headers, and no id that gives a right. An id is replaced by a tag, which is the same for
 * the same id for as long as the process lives, so that what was done to one session can be followed.
 */
export function createRequestSummary(key: Buffer = randomBytes(32)) {
  const tag = (id: string) =>
    `#${createHmac('sha256', key).update(id).digest('base64url').slice(0, TAG_LENGTH)}`;
  return ({ id, method, url }: { id: unknown; method: string; url: string }) => ({
    id,
    method,
    url: url.replace(SECRET_SEGMENT, (_, path: string, segment: string) =>
      NO_SECRETS.includes(segment) ? path + segment : path + tag(segment),
    ),
  });
}
