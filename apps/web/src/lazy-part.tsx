import { signal } from '@preact/signals';
import type { ComponentType, VNode } from 'preact';
import { useEffect } from 'preact/hooks';

/** Of all parts that there are. */
const fetches: (() => void)[] = [];

/**
 * A part of the page that is fetched when it is first shown, or before by {@link fetchLazyParts}. Its `load` imports it. Where
 * that fails, as without the server, it says so, and is tried again when it is next shown.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  whileLoading: VNode | null = null,
): ComponentType<Props> {
  const fetched = signal<{ readonly Part: ComponentType<Props> } | 'missing' | null>(null);
  let isAsked = false;
  const fetch = () => {
    if (isAsked) return;
    isAsked = true;
    load().then(
      (Part) => {
        fetched.value = { Part };
      },
      () => {
        isAsked = false;
        fetched.value = 'missing';
      },
    );
  };
  fetches.push(fetch);
  return function LazyPart(props) {
    useEffect(fetch, []);
    if (fetched.value === null) return whileLoading;
    if (fetched.value === 'missing') {
      return <span role="alert">This part of the page could not be loaded. Reload the page.</span>;
    }
    const { Part } = fetched.value;
    return <Part {...props} />;
  };
}

/** Fetches all of them: what is shown later need not be waited for, and is there even if the server no longer is. */
export function fetchLazyParts(): void {
  for (const fetch of fetches) fetch();
}
