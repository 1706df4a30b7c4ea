/** The JSON pointer (RFC 6901) to a part of a document; the empty path is the whole document, "". */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
