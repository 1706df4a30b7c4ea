import { depict } from '@webfaulon/chemistry';
import { readSmiles } from '@webfaulon/sa-core';
import type { DrawnMolecule, DrawRequest, MoleculeRequest } from './draw-request.ts';
import { drawStep } from './draw-step.ts';

// A thread of its own: OpenChemLib takes half a second to get ready, and no frame shall wait for it.
const page = self as unknown as Worker;

page.addEventListener('message', ({ data: request }: MessageEvent<DrawRequest>) => {
  const svg = 'step' in request ? drawStep(request) : drawMolecule(request);
  page.postMessage({ request, svg } satisfies DrawnMolecule);
});

function drawMolecule({ smiles, idPrefix }: MoleculeRequest): string {
  const options = {
    label: `Structural formula of ${smiles}`,
    ...(idPrefix === undefined ? {} : { idPrefix }),
  };
  return depict(readSmiles(smiles), options);
}
