import { CHEMISTRY_COMPONENTS } from '@webfaulon/chemistry';
import type { ScoringComponents } from '@webfaulon/protocol';
import { BUILT_IN_COMPONENTS, type ScoringComponent } from '@webfaulon/sa-core';
import type { Request, Response } from 'express';

/** Sizes of molecules from which a page can tell the usual scores in between. */
const SIZES = [5, 10, 20, 50];

/** GET /api/sa/components */
export function components() {
  const body: ScoringComponents = {
    components: [...BUILT_IN_COMPONENTS, ...CHEMISTRY_COMPONENTS].map(describe),
  };
  return (_request: Request, response: Response<ScoringComponents>): void => {
    response.json(body);
  };
}

function describe(component: ScoringComponent): ScoringComponents['components'][number] {
  const { name, version, description, unit, resolution, costClass, maxHeavyAtoms } = component;
  return {
    name,
    version,
    description,
    unit,
    resolution,
    cost_class: costClass ?? null,
    max_heavy_atoms: maxHeavyAtoms ?? null,
    usual_range: SIZES.filter((size) => size <= (maxHeavyAtoms ?? size)).flatMap((heavy_atoms) => {
      const range = component.usualRange?.(heavy_atoms);
      return range === undefined ? [] : [{ heavy_atoms, low: range.low, high: range.high }];
    }),
  };
}
