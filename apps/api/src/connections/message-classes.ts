import { IncomingMessage, ServerResponse } from 'node:http';
import type { Express } from 'express';

/** What http.createServer is to make its requests and responses of. */
export interface MessageClasses {
  readonly IncomingMessage: typeof IncomingMessage;
  readonly ServerResponse: typeof ServerResponse;
}

/**
 * Requests and responses that are born with the prototypes of the app. Express gives its own to each one, and the engine keeps an
 * object whose prototype was changed in a slow form ever after: that costs 3 µs a write, a third of all that a stream's
 * event costs. To be handed to createServer with the app, which then finds nothing to change.
 */
export function messageClassesOf(app: Express): MessageClasses {
  class AppRequest extends IncomingMessage {}
  class AppResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {}
  Object.setPrototypeOf(AppRequest.prototype, app.request);
  Object.setPrototypeOf(AppResponse.prototype, app.response);
  Object.assign(app, { request: AppRequest.prototype, response: AppResponse.prototype });
  return { IncomingMessage: AppRequest, ServerResponse: AppResponse };
}
