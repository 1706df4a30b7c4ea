/** What is said by whatever was thrown, which need not be an Error, nor one of this realm. */
export function messageOf(thrown: unknown): string {
  const message = typeof thrown === 'object' && thrown !== null && 'message' in thrown && thrown.message;
  return typeof message === 'string' ? message : String(thrown);
}

export function stackOf(thrown: unknown): string | undefined {
  const stack = typeof thrown === 'object' && thrown !== null && 'stack' in thrown && thrown.stack;
  return typeof stack === 'string' ? stack : undefined;
}
