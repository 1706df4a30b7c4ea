import { describe, expect, it } from '@jest/globals';
import { depict } from '@webfaulon/chemistry';
import { readSmiles } from '@webfaulon/sa-core';
import { isAllowedAttribute, isAllowedElement } from './safe-svg.ts';

describe('what a drawing may bring into the page', () => {
  it('is all that depict draws', () => {
    for (const smiles of ['CC(=O)Oc1ccccc1C(=O)O', 'C=C=C', 'O', 'C1C2C3CC14CC32C4']) {
      const svg = depict(readSmiles(smiles), { idPrefix: 'a' });
      for (const [, element = '', attributes = ''] of svg.matchAll(/<(\w+)([^>]*)>/g)) {
        expect(isAllowedElement(element)).toBe(true);
        for (const [, name = '', value = ''] of attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)) {
          if (name !== 'xmlns')
            expect([name, value, isAllowedAttribute(element, name, value)]).toEqual([name, value, true]);
        }
      }
    }
  });

  for (const element of [
    'script',
    'style',
    'a',
    'image',
    'use',
    'foreignObject',
    'animate',
    'set',
    'toString',
  ]) {
    it(`is no <${element}>`, () => expect(isAllowedElement(element)).toBe(false));
  }

  for (const [name, value] of [
    ['onload', 'alert(1)'],
    ['href', '#x'],
    ['xlink:href', 'https://example.org'],
    ['style', 'fill:red'],
    ['fill', 'url(https://example.org/x)'],
    ['fill', 'javascript:alert(1)'],
    ['class', 'x'],
  ] as const) {
    it(`is no ${name}="${value}"`, () => expect(isAllowedAttribute('path', name, value)).toBe(false));
  }
});
