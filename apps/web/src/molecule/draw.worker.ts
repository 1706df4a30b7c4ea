import { depict, molfile } from '@webfaulon/chemistry';
import { readSmiles } from '@webfaulon/sa-core';
import type {
  DrawnMolecule,
  DrawRequest,
  MoleculeRequest,
  MolfileRequest,
  WrittenMolfile,
} from './draw-request.ts';
import { drawStep } from './draw-step.ts';

// A thread of its own: OpenChemLib takes half a second to get ready, and no frame shall wait for it.
const page = self as unknown as Worker;

page.addEventListener('message', ({ data }: MessageEvent<DrawRequest | MolfileRequest>) => {
  page.postMessage('molfileOf' in data ? written(data) : drawn(data));
});

function drawn(request: DrawRequest): DrawnMolecule {
  return { request, svg: 'step' in request ? drawStep(request) : drawMolecule(request) };
}

function drawMolecule({ smiles, idPrefix }: MoleculeRequest): string {
  const options = {
    label: `Structural formula of ${smiles}`,
    ...(idPrefix === undefined ? {} : { idPrefix }),
  };
  return depict(readSmiles(smiles), options);
}

function written({ molfileOf }: MolfileRequest): WrittenMolfile {
  return { molfileOf, molfile: molfile(readSmiles(molfileOf)) };
}
