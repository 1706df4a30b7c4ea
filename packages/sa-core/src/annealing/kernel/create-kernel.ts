import { degreeOfUnsaturation } from '../../molecule/formula.ts';
import { wienerScore } from '../../scoring/wiener-index.ts';
import type { Annealing } from '../annealing.ts';
import type { Kernel, KernelStart } from './kernel.ts';
import { RingKernel } from './ring-kernel.ts';
import { SpecificationKernel } from './specification-kernel.ts';
import { TreeKernel } from './tree-kernel.ts';

/** The fastest kernel that can run the annealing. Which one it is changes no bit of the run. */
export function createKernel(annealing: Annealing, start: KernelStart): Kernel {
  const { objective, configuration, formula } = annealing;
  const isWiener = objective.components.length === 1 && objective.components[0]!.score === wienerScore.score;
  if (!isWiener || configuration.proposal !== 'bonds' || !isPlain(annealing)) {
    return new SpecificationKernel(annealing, start);
  }
  return degreeOfUnsaturation(formula) === 0
    ? new TreeKernel(annealing, start)
    : new RingKernel(annealing, start);
}

/** No option that only the specification knows: a correction of the proposal, a target, a filter. */
function isPlain({ isCorrected, objective, rules }: Annealing): boolean {
  const isAimed = objective.targets.some((target) => target !== undefined);
  return !isCorrected && !isAimed && rules.length === 0;
}
