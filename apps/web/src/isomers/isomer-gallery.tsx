import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { knownIsomerCount } from '@webfaulon/sa-core';
import { useEffect, useRef } from 'preact/hooks';
import type { KnownNames } from '../names/known-names.ts';
import { useRun } from '../run/run-context.ts';
import type { IsomerMet } from '../runner/runner.ts';
import { ISOMER_ORDERS, type IsomerOrder, inKeptOrder, inOrder } from './isomer-order.ts';
import { IsomerTile } from './isomer-tile.tsx';
import { OneAtATime } from './one-at-a-time.ts';
import { Pager } from './pager.tsx';

const PAGE = 24;
const PHONE_PAGE = 8;
/** A pointer that rests longer does not look any more: it lies where the page was scrolled to. */
const REST_MILLISECONDS = 4000;

interface IsomerGalleryProps {
  readonly met: ReadonlySignal<readonly IsomerMet[]>;
  readonly names: ReadonlySignal<KnownNames>;
}

/**
 * Small drawings of the isomers, a page of them at a time. Pages are of one size from the start, with places for what is
 * not found yet. While a pointer moves over the gallery, or a later page is open, everything stays where it is.
 */
export function IsomerGallery({ met, names }: IsomerGalleryProps) {
  const run = useRun();
  const order = useSignal<IsomerOrder>('score');
  const page = useSignal(0);
  const isPointedAt = useSignal(false);
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const point = () => {
    isPointedAt.value = true;
    clearTimeout(rest.current);
    rest.current = setTimeout(() => (isPointedAt.value = false), REST_MILLISECONDS);
  };
  const shown = useRef<readonly IsomerMet[]>([]);
  const queue = useRef<OneAtATime | null>(null);
  queue.current ??= new OneAtATime();

  useEffect(() => () => clearTimeout(rest.current), []);

  const formula = useComputed(() => run.prepared.value?.configuration.formula ?? '');
  const isHighBest = useComputed(() => run.prepared.value?.configuration.optimization_mode === 'MAXIMIZE');
  const sorted = useComputed(() => inOrder(met.value, order.value, isHighBest.value));
  const isKept = useComputed(() => isPointedAt.value || page.value > 0);
  const listed = useComputed(() => {
    shown.current = isKept.value ? inKeptOrder(sorted.value, shown.current) : sorted.value;
    return shown.current;
  });
  const sortAs = (chosen: IsomerOrder) => {
    page.value = 0;
    shown.current = [];
    order.value = chosen;
  };

  const size = matchMedia('(max-width: 40rem)').matches ? PHONE_PAGE : PAGE;
  const pages = Math.max(1, Math.ceil(listed.value.length / size));
  const at = Math.min(page.value, pages - 1);
  const onPage = listed.value.slice(at * size, (at + 1) * size);
  const total = knownIsomerCount(formula.value) ?? size;
  const places = Math.max(0, Math.min(size, total) - onPage.length);
  const best = inOrder(met.value, 'score', isHighBest.value)[0]?.score;
  return (
    <div class="isomer-gallery">
      <div class="isomer-tools">
        <label>
          Sorted by{' '}
          <select value={order} onChange={(event) => sortAs(event.currentTarget.value as IsomerOrder)}>
            {Object.entries(ISOMER_ORDERS).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <Pager page={page} pages={pages} />
      </div>
      <ul class="isomer-list" onPointerMove={point} onPointerDown={point}>
        {onPage.map((isomer, place) => (
          <IsomerTile
            // A place keeps its element, so that nothing moves when another isomer takes it.
            key={place}
            isomer={isomer}
            known={names.value.get(isomer.smiles)}
            isBest={isomer.score === best}
            queue={queue.current!}
          />
        ))}
        {Array.from({ length: places }, (_, i) => (
          <li key={`free-${i}`} class="isomer isomer-place" aria-hidden="true" />
        ))}
      </ul>
    </div>
  );
}
