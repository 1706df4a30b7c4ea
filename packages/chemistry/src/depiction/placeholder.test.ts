import { describe, expect, it } from '@jest/globals';
import { readSmiles } from '@webfaulon/sa-core';
import { placeholder } from './placeholder.ts';

describe('placeholder', () => {
  it('letters the Hill formula from left to right with its counts set smaller and lower', () => {
    const svg = placeholder(readSmiles(`${'C'.repeat(60)}O`));
    const texts = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="(\d+)">(\w+)<\/text>/g)];
    expect(texts.map(([, , , , text]) => text)).toEqual(['C', '60', 'H', '122', 'O']);
    const xs = texts.map(([, x]) => Number(x));
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    const [symbol, count] = texts;
    expect(Number(count![2])).toBeGreaterThan(Number(symbol![2]));
    expect(Number(count![3])).toBeLessThan(Number(symbol![3]));
  });

  it('follows the colour of the page, has no id and names itself', () => {
    const svg = placeholder(readSmiles('CC'), 'ethane');
    expect(svg).toContain('fill="currentColor"');
    expect(svg).toContain('aria-label="ethane"');
    expect(svg).not.toContain(' id=');
    expect(svg.length).toBeLessThan(500);
  });
});
