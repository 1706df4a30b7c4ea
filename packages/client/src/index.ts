export { type ApiClient, createApiClient, type HistoryWindow, type IsomersPage } from './api-client.ts';
export { ApiError, ConnectionError } from './api-error.ts';
export { type EventStream, type EventStreamOptions, openEventStream } from './event-stream.ts';
export type { ApiAddress, CallOptions } from './request.ts';
export type { EventHead, StreamEvent } from './stream-event.ts';
export type { StreamEnd, StreamState } from './stream-state.ts';
