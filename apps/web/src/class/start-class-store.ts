import { effect } from '@preact/signals';
import { createApiClient } from '@webfaulon/client';
import { remember, remembered } from '../look/remembered.ts';
import type { RunStore } from '../run/run-store.ts';
import { systemClock } from '../runner/runner-clock.ts';
import { pageAddress, readClassAddress, writeClassAddress } from './class-address.ts';
import { ClassStore } from './class-store.ts';
import { pageVisibility } from './page-visibility.ts';

/** The store of this page, which shows the class that the address names, and whose board the address names in turn. */
export function startClassStore(run: RunStore): ClassStore {
  const store = new ClassStore(run, {
    api: createApiClient({ baseUrl: new URL('.', document.baseURI).href }),
    memory: { read: remembered, write: remember },
    clock: systemClock,
    visibility: pageVisibility,
  });
  const showNamed = () => store.show(readClassAddress(location.href));
  showNamed();
  addEventListener('hashchange', showNamed);
  effect(() => {
    if (store.address.value !== null) go(writeClassAddress(location.href, store.address.value));
  });
  return store;
}

/** Takes the class out of the address, so that a reload shows the first screen. */
export function forgetClassAddress(): void {
  if (readClassAddress(location.href) !== null) go(pageAddress(location.href));
}

/** The browser's way back leads to the address before. */
function go(address: string): void {
  const [from, to] = [readClassAddress(location.href), readClassAddress(address)];
  const isSameClass = from?.kind === to?.kind && from?.code === to?.code;
  // ?class=CODE becomes #class=CODE, and is no place of its own to come back to.
  if (isSameClass) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
}
