import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What Node can do: a bare HTTP server, in a process of its own, that writes events made beforehand to its viewers, on the clock.
 * As the real server it looks at the clock every 20 ms and writes in one piece what is due.
 *
 * node bare-server.worker.js <file of events> <events per second> <in step: 1 or 0>
 */
const TICK_MILLISECONDS = 20;

const [file = '', rate = '1', inStep = '1'] = process.argv.slice(2);
const events = readFileSync(file);
const ends = endsOf(events);
const eventsPerSecond = Number(rate);

interface BareViewer {
  readonly response: ServerResponse;
  readonly since: number;
  sent: number;
}
const viewers = new Set<BareViewer>();

const begun = performance.now();
const server = createServer((request, response) => {
  request.socket.setNoDelay(true);
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
  response.flushHeaders();
  // All get the same events at the same time, or each has its own time.
  const viewer = { response, since: inStep === '1' ? begun : performance.now(), sent: 0 };
  viewer.sent = dueOf(viewer, performance.now());
  viewers.add(viewer);
  response.once('close', () => viewers.delete(viewer));
});

setInterval(() => {
  const now = performance.now();
  for (const viewer of viewers) {
    const due = dueOf(viewer, now);
    if (due > viewer.sent && !viewer.response.writableNeedDrain) {
      viewer.response.write(between(viewer.sent, due));
      viewer.sent = due;
    }
  }
}, TICK_MILLISECONDS);

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`{"url":"http://127.0.0.1:${port}"}\n`);
});
process.on('SIGTERM', () => process.exit(0));

function dueOf({ since }: BareViewer, now: number): number {
  return Math.floor(((now - since) / 1000) * eventsPerSecond);
}

/** The bytes of events `from` to `to`, of which there are as many as one likes: the file is begun again at its end. */
function between(from: number, to: number): Buffer {
  const first = from % ends.length;
  const last = Math.min(first + (to - from), ends.length);
  return events.subarray(first === 0 ? 0 : ends[first - 1], ends[last - 1]);
}

/** Where each event ends: after its blank line. */
function endsOf(bytes: Buffer): number[] {
  const found: number[] = [];
  for (let end = bytes.indexOf('\n\n'); end >= 0; end = bytes.indexOf('\n\n', end + 2)) found.push(end + 2);
  return found;
}
