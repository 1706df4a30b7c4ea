import { describe, expect, it } from '@jest/globals';
import type { HeavyElement } from '@webfaulon/sa-core';
import { elementColour } from './palette.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

describe('elementColour', () => {
  it('has a contrast of 4:1 on white and on near-black', () => {
    for (const element of ['N', 'O', 'F', 'Cl', 'Br', 'I', 'S', 'P'] satisfies HeavyElement[]) {
      expect(contrast(elementColour(element), '#ffffff')).toBeGreaterThan(4);
      expect(contrast(elementColour(element), '#121212')).toBeGreaterThan(4);
    }
  });
});
