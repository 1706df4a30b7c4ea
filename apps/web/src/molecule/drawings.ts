import type { DrawnMolecule, DrawRequest, MolfileRequest, WrittenMolfile } from './draw-request.ts';

const CACHED_DRAWINGS = 300;

/** What {@link Drawings} needs of a worker. */
export interface DrawingWorker {
  post(request: DrawRequest | MolfileRequest): void;
  listen(listener: (answer: DrawnMolecule | WrittenMolfile) => void): void;
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
  /** By SMILES. */
  private readonly waitingMolfiles = new Map<string, ((molfile: string) => void)[]>();

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
      this.start().post(request);
    });
  }

  /** A molfile with the coordinates of the drawing. None is remembered. */
  molfile(smiles: string): Promise<string> {
    return new Promise((resolve) => {
      this.waitingMolfiles.set(smiles, [...(this.waitingMolfiles.get(smiles) ?? []), resolve]);
      this.start().post({ molfileOf: smiles });
    });
  }

  private start(): DrawingWorker {
    if (this.worker === undefined) {
      this.worker = this.startWorker();
      this.worker.listen((answer) => this.take(answer));
    }
    return this.worker;
  }

  private take(answer: DrawnMolecule | WrittenMolfile): void {
    if ('molfileOf' in answer) this.takeMolfile(answer);
    else this.takeDrawing(answer);
  }

  private takeMolfile({ molfileOf, molfile }: WrittenMolfile): void {
    for (const resolve of this.waitingMolfiles.get(molfileOf) ?? []) resolve(molfile);
    this.waitingMolfiles.delete(molfileOf);
  }

  private takeDrawing(drawn: DrawnMolecule): void {
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
