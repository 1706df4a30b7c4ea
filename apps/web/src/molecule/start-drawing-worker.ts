import type { DrawingWorker } from './drawings.ts';

/** OpenChemLib comes with this worker, and with nothing else on the page. */
export function startDrawingWorker(): DrawingWorker {
  const worker = new Worker(new URL('./draw.worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (request) => worker.postMessage(request),
    listen: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
  };
}
