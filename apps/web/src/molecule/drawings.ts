import type { DrawnMolecule, DrawRequest } from './draw-request.ts';

const CACHED_DRAWINGS = 300;

/** What {@link Drawings} needs of a worker. */
export interface DrawingWorker {
  draw(request: DrawRequest): void;
  listen(listener: (drawn: DrawnMolecule) => void): void;
}

/**
 * Draws molecules in a worker that is started, and OpenChemLib with it loaded, when the first one is asked for. One
 * molecule is drawn at a time; the last {@link CACHED_DRAWINGS} are remembered.
 */
export class Drawings {
  private readonly startWorker: () => DrawingWorker;
  private worker: DrawingWorker | undefined;
  /** By {@link keyOf}; the first of them was used the longest ago. */
  private readonly cache = new Map<string, string>();
  private readonly waiting = new Map<string, ((svg: string) => void)[]>();

  constructor(startWorker: () => DrawingWorker) {
    this.startWorker = startWorker;
  }

  /** The drawing, if it is remembered. */
  remembered(request: DrawRequest): string | undefined {
    const key = keyOf(request);
    const svg = this.cache.get(key);
    if (svg !== undefined) this.remember(key, svg);
    return svg;
  }

  draw(request: DrawRequest): Promise<string> {
    const svg = this.remembered(request);
    if (svg !== undefined) return Promise.resolve(svg);
    return new Promise((resolve) => {
      const key = keyOf(request);
      const others = this.waiting.get(key);
      if (others !== undefined) {
        others.push(resolve);
        return;
      }
      this.waiting.set(key, [resolve]);
      this.start().draw(request);
    });
  }

  private start(): DrawingWorker {
    if (this.worker === undefined) {
      this.worker = this.startWorker();
      this.worker.listen((drawn) => this.take(drawn));
    }
    return this.worker;
  }

  private take(drawn: DrawnMolecule): void {
    const key = keyOf(drawn.request);
    this.remember(key, drawn.svg);
    for (const resolve of this.waiting.get(key) ?? []) resolve(drawn.svg);
    this.waiting.delete(key);
  }

  private remember(key: string, svg: string): void {
    this.cache.delete(key);
    this.cache.set(key, svg);
    if (this.cache.size > CACHED_DRAWINGS) this.cache.delete(this.cache.keys().next().value!);
  }
}

function keyOf(request: DrawRequest): string {
  if ('step' in request) return JSON.stringify([request.side, request.step]);
  return `${request.smiles} ${request.idPrefix ?? ''}`;
}
