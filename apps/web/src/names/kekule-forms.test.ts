import { describe, expect, it } from '@jest/globals';
import { canonicalKekuleSmiles, readSmiles } from '@webfaulon/sa-core';
import { kekuleForms } from './kekule-forms.ts';

describe('Kekulé forms', () => {
  it.each([
    ['c1ccccc1', 1],
    ['Cc1ccccc1C', 2],
    ['Cc1cccc(C)c1', 1],
    ['Cc1ccc(C)cc1', 1],
    ['c1ccc2ccccc2c1', 2],
    ['C1=CC=C2C=CC=C2C=C1', 1],
    ['CC1=CC=C2C=CC=CC=C12', 2],
    ['C=C1C=CC=C1', 1],
  ])('of %s are %i isomers', (smiles, count) => {
    expect(kekuleForms(smiles)).toHaveLength(count);
  });

  it('are the same set from whichever of them one starts', () => {
    const forms = kekuleForms('Cc1cccc2ccccc12');
    expect(forms.length).toBeGreaterThan(1);
    for (const form of forms) expect(new Set(kekuleForms(form))).toEqual(new Set(forms));
  });

  it('are no bond shifts of rings of four and eight, which are other compounds', () => {
    for (const smiles of ['CC1=C(C)C=C1', 'CC1=C(C)C=CC=CC=C1']) {
      expect(kekuleForms(smiles)).toEqual([canonicalKekuleSmiles(readSmiles(smiles))]);
    }
  });
});
