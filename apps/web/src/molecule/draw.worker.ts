import { depict } from '@webfaulon/chemistry';
import { readSmiles } from '@webfaulon/sa-core';
import type { DrawnMolecule, DrawRequest } from './draw-request.ts';

// A thread of its own: OpenChemLib takes half a second to get ready, and no frame shall wait for it.
const page = self as unknown as Worker;

page.addEventListener('message', ({ data }: MessageEvent<DrawRequest>) => {
  const { smiles, idPrefix } = data;
  const options = {
    label: `Structural formula of ${smiles}`,
    ...(idPrefix === undefined ? {} : { idPrefix }),
  };
  page.postMessage({ ...data, svg: depict(readSmiles(smiles), options) } satisfies DrawnMolecule);
});
