import { CHEMISTRY_COMPONENTS, logP } from '@webfaulon/chemistry';
import { createCanonizer, type ScoringComponent } from '@webfaulon/sa-core';

/** About 60 MB of canonical codes of ten heavy atoms. */
const MOST_REMEMBERED = 500_000;

/** The same component, which looks at each isomer once: its score must not depend on the numbering of the atoms. */
export function remembered(component: ScoringComponent): ScoringComponent {
  const scores = new Map<string, number>();
  // Invariant: a canonizer for each number of heavy atoms met so far, made for that number.
  const canonizers = new Map<number, ReturnType<typeof createCanonizer>>();
  return {
    ...component,
    score(graph, ...rest) {
      const n = graph.elements.length;
      const canonizer = canonizers.get(n) ?? createCanonizer(n);
      canonizers.set(n, canonizer);
      const code = canonizer.canonicalCode(graph);
      const known = scores.get(code);
      if (known !== undefined) return known;
      if (scores.size === MOST_REMEMBERED) scores.clear();
      const score = component.score(graph, ...rest);
      scores.set(code, score);
      return score;
    },
  };
}

/** What the problems score by beside the built-in components. OpenChemLib's logP is ten times as dear as an identity. */
export const COMPONENTS: readonly ScoringComponent[] = [...CHEMISTRY_COMPONENTS, remembered(logP)];
