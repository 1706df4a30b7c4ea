import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ClassPart } from '../class/class-part.tsx';

/** Null until it is loaded. */
const part = signal<typeof ClassPart | null>(null);
const isMissing = signal(false);

/** A place for what the page shows of classes, which is no part of the page's first load. */
export function ClassPlace(props: Parameters<typeof ClassPart>[0]) {
  useEffect(() => {
    import('../class/class-part.tsx').then(
      ({ ClassPart: loaded }) => (part.value = loaded),
      () => (isMissing.value = true),
    );
  }, []);
  const Part = part.value;
  if (Part !== null) return <Part {...props} />;
  return isMissing.value && <p role="alert">What shows classes could not be loaded. Reload the page.</p>;
}
