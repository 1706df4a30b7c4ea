import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves texts by their paths on this machine, until it is closed; anything else is an empty page. */
export async function serveFiles(
  files: ReadonlyMap<string, string>,
): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer(({ url = '/' }, response) => {
    const text = files.get(url.slice(1));
    response.setHeader('content-type', text === undefined ? 'text/html' : 'text/javascript');
    response.end(text ?? '<!doctype html><title>Test</title>');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => void server.close() };
}
