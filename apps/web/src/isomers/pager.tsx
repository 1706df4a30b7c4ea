import type { Signal } from '@preact/signals';
import { formatCount } from '../format.ts';

interface PagerProps {
  /** From 0. */
  readonly page: Signal<number>;
  readonly pages: number;
}

/** Keeps its place where there is one page only. */
export function Pager({ page, pages }: PagerProps) {
  const at = Math.min(page.value, pages - 1);
  const go = (to: number) => () => {
    page.value = to;
  };
  return (
    <nav class="isomer-pager" aria-label="Pages of isomers" data-single={pages <= 1}>
      <button type="button" aria-label="First page" disabled={at === 0} onClick={go(0)}>
        «
      </button>
      <button type="button" aria-label="Page before" disabled={at === 0} onClick={go(at - 1)}>
        ‹
      </button>
      <p>
        page {formatCount(at + 1)} of {formatCount(pages)}
      </p>
      <button type="button" aria-label="Next page" disabled={at >= pages - 1} onClick={go(at + 1)}>
        ›
      </button>
      <button type="button" aria-label="Last page" disabled={at >= pages - 1} onClick={go(pages - 1)}>
        »
      </button>
    </nav>
  );
}
