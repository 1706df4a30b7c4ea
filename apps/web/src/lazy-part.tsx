import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/** A part of the page that is fetched when it is first shown, and empty until it is there. Its `load` imports it. */
export function lazyPart(load: () => Promise<ComponentType>): ComponentType {
  return function LazyPart() {
    const loaded = useSignal<ComponentType | null>(null);
    useEffect(() => {
      void load().then((component) => {
        loaded.value = component;
      });
    }, []);
    const Part = loaded.value;
    return Part === null ? null : <Part />;
  };
}
