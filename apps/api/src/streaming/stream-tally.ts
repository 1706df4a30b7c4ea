/**
 * What all streams together have sent and left out since the server started: plain numbers, because they are raised for
 * every event and read only when somebody asks.
 */
export class StreamTally {
  /** Events sent. */
  events = 0;
  /** Events left out because a viewer was too slow for them. */
  conflated = 0;
  /** Streams cut, because their client took nothing or something failed. */
  dropped = 0;
}
