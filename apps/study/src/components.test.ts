import { expect, test } from '@jest/globals';
import { logP } from '@webfaulon/chemistry';
import { readSmiles, type ScoringComponent } from '@webfaulon/sa-core';
import { remembered } from './components.ts';

test('a remembered component gives the same scores and looks at each isomer once, however its atoms are numbered', () => {
  let looks = 0;
  const counted: ScoringComponent = { ...logP, score: (graph) => logP.score(graph) + 0 * looks++ };
  const component = remembered(counted);
  for (const smiles of ['CCO', 'OCC', 'COC', 'CC(=O)O', 'OC(C)=O', 'CCO']) {
    expect(component.score(readSmiles(smiles))).toBe(logP.score(readSmiles(smiles)));
  }
  expect(looks).toBe(3);
  expect(component).toMatchObject({ name: logP.name, version: logP.version, resolution: logP.resolution });
});
