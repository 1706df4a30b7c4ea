import { wienerIndex } from '../../scoring/wiener-index.ts';
import type { Annealing } from '../annealing.ts';
import type { Kernel, KernelStart } from './kernel.ts';
import { SpecificationKernel } from './specification-kernel.ts';
import { WienerKernel } from './wiener-kernel.ts';

/** The fastest kernel that can run the annealing. Which one it is changes no bit of the run. */
export function createKernel(annealing: Annealing, start: KernelStart): Kernel {
  const { objective, configuration } = annealing;
  const isWiener = objective.components.length === 1 && objective.components[0] === wienerIndex;
  return isWiener && configuration.proposal === 'bonds'
    ? new WienerKernel(annealing, start)
    : new SpecificationKernel(annealing, start);
}
