/** What a session tells those who watch it. */
export interface SessionObserver {
  /** More steps are played, or the state has changed, or a reset has begun another run. */
  changed(): void;
  /** The session is gone: deleted, expired, or the server stops. */
  ended(): void;
}

/** Those who watch one session. */
export class SessionObservers {
  private readonly observers = new Set<SessionObserver>();

  add(observer: SessionObserver): void {
    this.observers.add(observer);
  }

  remove(observer: SessionObserver): void {
    this.observers.delete(observer);
  }

  tellChanged(): void {
    for (const observer of this.observers) observer.changed();
  }

  /** Tells each once, also those who are removed meanwhile, and forgets them. */
  tellEnded(): void {
    for (const observer of [...this.observers]) observer.ended();
    this.observers.clear();
  }
}
