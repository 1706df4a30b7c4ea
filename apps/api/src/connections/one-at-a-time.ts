import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';

/** No client of ours sends requests ahead of their answers; browsers do not, and proxies neither. */
const MAX_WAITING = 100;

/**
 * Takes up the requests of one connection one after the other, each in a turn of the event loop of its own. Else those that a client
 * sends in one piece, a thousand and more, would all be served before anybody else; a connection that sends too far ahead is cut.
 */
export function oneAtATime(listener: RequestListener): RequestListener {
  /** Of the connections on which a request is being answered: what is to be taken up after it. */
  const waiting = new WeakMap<Socket, (() => void)[]>();
  return (request, response) => {
    const { socket } = request;
    const begin = () => {
      response.once('close', () => setImmediate(() => takeUpNext(socket)));
      listener(request, response);
    };
    const queue = waiting.get(socket);
    if (queue === undefined) {
      waiting.set(socket, []);
      begin();
    } else if (queue.length < MAX_WAITING) {
      queue.push(begin);
    } else {
      socket.destroy();
    }
  };

  function takeUpNext(socket: Socket): void {
    const next = socket.destroyed ? undefined : waiting.get(socket)?.shift();
    if (next === undefined) waiting.delete(socket);
    else next();
  }
}
