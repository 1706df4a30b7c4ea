import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Whether the element is on the screen, or nearly. */
export function useInSight(element: RefObject<Element | null>): ReadonlySignal<boolean> {
  const isInSight = useSignal(false);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        isInSight.value = entries.at(-1)!.isIntersecting;
      },
      { rootMargin: '200px' },
    );
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, []);
  return isInSight;
}
