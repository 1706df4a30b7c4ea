import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { readConfiguration } from '../../dist/config.js';
import { startServer } from '../../dist/server.js';

// The server as `npm start` runs it, and what only its own process can tell, over the channel of whoever forked it: how long the
// event loop stood still, and what is held. Start it with --expose-gc.

const TICK_MILLISECONDS = 10;

/** Milliseconds that this thread has had a processor; what it waited for one is the machine's doing, not the server's. */
function processorTime() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    // No Linux: then a wait for a processor counts too.
    return performance.now();
  }
}

let lastTick = performance.now();
let lastProcessorTime = processorTime();
/** The longest that the loop was held by what it did, and the longest between two turns for whatever reason. */
let longest = { busy: 0, late: 0 };
setInterval(() => {
  const [now, processor] = [performance.now(), processorTime()];
  const late = now - lastTick - TICK_MILLISECONDS;
  const busy = Math.min(late, processor - lastProcessorTime);
  longest = { busy: Math.max(longest.busy, busy), late: Math.max(longest.late, late) };
  [lastTick, lastProcessorTime] = [now, processor];
}, TICK_MILLISECONDS);

const server = await startServer(
  readConfiguration(process.env),
  {
    advance: new URL('../../dist/annealing/advance.worker.js', import.meta.url),
    depict: new URL('../../dist/annealing/depict.worker.js', import.meta.url),
    checkStore: new URL('../../dist/store/check-store.program.js', import.meta.url),
  },
  'verified',
);

process.on('message', async (message) => {
  if (message === 'stop') {
    await server.stop();
    process.exit(0);
  }
  const stalls = longest;
  globalThis.gc();
  globalThis.gc();
  const sockets = process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
  process.send({ stalls, sockets, heapBytes: process.memoryUsage().heapUsed, ...server.load() });
  // What the collection of garbage for this answer took is no stall.
  [lastTick, lastProcessorTime] = [performance.now(), processorTime()];
  longest = { busy: 0, late: 0 };
});
process.on('disconnect', () => process.exit(1));
process.send({ url: server.url });
