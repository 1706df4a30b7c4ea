import { type ReadonlySignal, signal } from '@preact/signals';

const waitingWorker = signal<ServiceWorker | null>(null);

/** A newer version of the page that is there and waits for this one to be left; null if there is none. */
export const newerVersion: ReadonlySignal<ServiceWorker | null> = waitingWorker;

/**
 * Keeps a copy of the page in the browser, so that it works without a network from the second visit on. Where browsers
 * allow no such thing, over plain HTTP on a network address or in a private window, the page works all the same.
 */
export async function keepOfflineCopy(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  let registration: ServiceWorkerRegistration;
  try {
    registration = await navigator.serviceWorker.register('service-worker.js');
  } catch {
    return;
  }
  const look = () => {
    // The first version of all replaces none.
    waitingWorker.value = navigator.serviceWorker.controller === null ? null : registration.waiting;
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
}

/** Shows the newer version in place of this one. */
export function changeToNewerVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  newerVersion.value?.postMessage('take over');
}
