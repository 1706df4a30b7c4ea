import type { RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** No client of ours sends requests ahead of their answers; browsers do not, and proxies neither. */
const MAX_UNANSWERED = 100;

/** A connection: the requests that are to be taken up, and the answers that are not complete, theirs among them. */
interface Pipeline {
  readonly waiting: (() => void)[];
  readonly open: Set<ServerResponse>;
}

/**
 * Takes up the requests of one connection each in a turn of the event loop of its own. Else those that a client sends in one piece, a
 * thousand and more, would all be served before anybody else. A connection that sends too far ahead of the answers is cut.
 */
export function oneATurn(listener: RequestListener): RequestListener {
  const pipelines = new WeakMap<Socket, Pipeline>();
  return (request, response) => {
    const { socket } = request;
    const pipeline = pipelines.get(socket) ?? begin(socket);
    pipelines.set(socket, pipeline);
    pipeline.open.add(response);
    response.once('close', () => pipeline.open.delete(response));
    if (pipeline.open.size > MAX_UNANSWERED) socket.destroy();
    if (socket.destroyed) return;
    pipeline.waiting.push(() => listener(request, response));
    if (pipeline.waiting.length > 1) return;
    // The first of those that come together is taken up at once: mostly it is the only one.
    takeUp(pipeline, socket);
  };
}

function begin(socket: Socket): Pipeline {
  const open = new Set<ServerResponse>();
  socket.once('close', () => {
    // Node tells the end of a connection to the answer that is being sent, and never to those that wait behind it: a stream
    // among them would be kept for ever.
    for (const response of [...open].filter((waiting) => waiting.socket === null)) {
      response.destroy();
      response.emit('close');
    }
  });
  return { waiting: [], open };
}

/** Invariant: whatever waits is either being taken up, or the next turn of the event loop takes it up. */
function takeUp(pipeline: Pipeline, socket: Socket): void {
  pipeline.waiting[0]?.();
  setImmediate(() => {
    pipeline.waiting.shift();
    if (pipeline.waiting.length > 0 && !socket.destroyed) takeUp(pipeline, socket);
  });
}
