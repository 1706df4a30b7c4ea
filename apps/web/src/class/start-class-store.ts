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
  const showNamed = () => {
    const named = readClassAddress(location.href);
    if (named !== null) store.show(named);
  };
  showNamed();
  addEventListener('hashchange', showNamed);
  effect(() => {
    const shown = store.shown.value;
    if (shown !== null) history.replaceState(null, '', writeClassAddress(location.href, shown));
  });
  return store;
}

/** Takes the class out of the address, so that a reload shows the first screen. */
export function forgetClassAddress(): void {
  if (readClassAddress(location.href) !== null) history.replaceState(null, '', pageAddress(location.href));
}
