import './isomers.css';
import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useKnownNames } from '../names/use-known-names.ts';
import { useRun } from '../run/run-context.ts';
import { BoilingChart } from './boiling-chart.tsx';
import { foundCount, hasKekuleForms } from './found-count.ts';
import { Histogram } from './histogram.tsx';
import { IsomerExports } from './isomer-exports.tsx';
import { IsomerGallery } from './isomer-gallery.tsx';
import { NamedFound } from './named-found.tsx';
import { useInSight } from './use-in-sight.ts';
import { useMetIsomers } from './use-met-isomers.ts';

/** The distinct isomers that the run has met: how many, their scores, their pictures, and all of them as files. */
export function IsomersFound() {
  const run = useRun();
  const section = useRef<HTMLElement>(null);
  const met = useMetIsomers(useInSight(section));
  const names = useKnownNames();
  const formula = useComputed(() => run.prepared.value?.configuration.formula ?? null).value;
  return (
    <section class="isomers" aria-labelledby="isomers-title" ref={section}>
      <div class="isomers-head">
        <h2 id="isomers-title">Isomers found</h2>
        <p class="isomers-count">{formula !== null && foundCount(formula, met.value.length)}</p>
        <NamedFound met={met} names={names} />
      </div>
      <div class="isomer-figures">
        <Histogram met={met} />
        <BoilingChart met={met} names={names} />
        {formula !== null && hasKekuleForms(formula) && (
          <p class="isomer-words">
            Kekulé forms count separately: with its double bonds in the other places of the ring, o-xylene is
            a second isomer here, though chemists see one compound.
          </p>
        )}
      </div>
      <IsomerGallery met={met} names={names} />
      <IsomerExports met={met} names={names} />
    </section>
  );
}
