import { describe, expect, it } from '@jest/globals';
import { depict } from '@webfaulon/chemistry';
import { readSmiles } from '@webfaulon/sa-core';
import { sizedPicture } from './picture-size.ts';

describe('a picture as a file', () => {
  it.each(['CC(=O)Oc1ccccc1C(=O)O', 'C', 'C'.repeat(300)])(
    'of %.20s has a size and colours of its own',
    (smiles) => {
      const { svg, width, height } = sizedPicture(depict(readSmiles(smiles)), 4);
      expect(svg).toContain(`width="${width}" height="${height}"`);
      expect(width).toBeGreaterThan(50);
      expect(height).toBeGreaterThan(50);
      expect(svg).not.toContain('currentColor');
      expect(svg).toContain('#000000');
    },
  );

  it('grows with its scale', () => {
    const drawing = depict(readSmiles('CCCC'));
    expect(sizedPicture(drawing, 4).width).toBeCloseTo(2 * sizedPicture(drawing, 2).width, -1);
  });

  it('is made of drawings alone', () => expect(() => sizedPicture('<svg/>', 1)).toThrow('viewBox'));
});
