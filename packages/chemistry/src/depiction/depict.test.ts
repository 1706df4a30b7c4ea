import { describe, expect, it } from '@jest/globals';
import { bondsOf, type HeavyElement, readSmiles } from '@webfaulon/sa-core';
import fc from 'fast-check';
import { ChemistryError } from '../errors.ts';
import { anyMolecule, createRandom, randomMolecule, relabelled } from '../fixtures/random-molecule.ts';
import { depict } from './depict.ts';
import { isDrawable, MAX_DRAWN_ATOMS } from './drawing-limit.ts';
import { elementColour, TEXT_COLOUR } from './palette.ts';
import { placeholder } from './placeholder.ts';

const of = (smiles: string) => depict(readSmiles(smiles));
/** All the lettering of a picture, from left to right. */
const lettering = (svg: string) =>
  [...svg.matchAll(/<text x="([\d.]+)"[^>]*>(\w+)</g)]
    .sort(([, a], [, b]) => Number(a) - Number(b))
    .map(([, , text]) => text)
    .join('');
const lineCount = (svg: string) => svg.match(/M[\d.]+ [\d.]+L/g)?.length ?? 0;

describe('depict', () => {
  it('is one line of SVG that scales, follows the text colour, and has no id, class, style or script', () => {
    fc.assert(
      fc.property(anyMolecule(), ({ graph }) => {
        const svg = depict(graph);
        expect(svg).toMatch(
          /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 [\d.]+ [\d.]+" width="100%"/,
        );
        expect(svg).toMatch(/role="img" aria-label="\w+"/);
        expect(svg).not.toMatch(/\n| id=|class=|<style|<script|rgb\(|NaN|undefined|Infinity/);
        for (const [, colour] of svg.matchAll(/(?:fill|stroke)="([^"]+)"/g))
          expect(colour).toMatch(/^(currentColor|#\w{6})$/);
      }),
      { numRuns: 30 },
    );
  });

  it('is the same for every numbering and after other drawings', () => {
    fc.assert(
      fc.property(anyMolecule(), ({ graph, random }) => {
        const before = depict(graph);
        of('CC1=CC2CC(C1)C2(C)C');
        expect(depict(relabelled(graph, random))).toBe(before);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps everything within the picture', () => {
    fc.assert(
      fc.property(anyMolecule(), ({ graph }) => {
        const svg = depict(graph);
        const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number);
        for (const [, x, y] of svg.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)) {
          expect(Number(x)).toBeGreaterThan(2);
          expect(Number(y)).toBeGreaterThan(2);
          expect(Number(x)).toBeLessThan(width! - 2);
          expect(Number(y)).toBeLessThan(height! - 2);
        }
        for (const [, x, y] of svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"/g)) {
          expect(Number(x)).toBeGreaterThan(4);
          expect(Number(x)).toBeLessThan(width! - 4);
          expect(Number(y)).toBeGreaterThan(8);
          expect(Number(y)).toBeLessThan(height!);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('draws a line for each unit of bond order', () => {
    expect(lineCount(of('CC'))).toBe(1);
    expect(lineCount(of('C=C'))).toBe(2);
    expect(lineCount(of('C#C'))).toBe(3);
    expect(lineCount(of('CC1=C(C)C=CC=C1'))).toBe(11);
  });

  // Stereocentres, double bonds that could be cis or trans, a meso form, an allene: each has marks in OpenChemLib.
  it.each(['CC(N)C(F)Cl', 'FC=CC(O)C=CCl', 'CC(O)C(O)C', 'CC=C=CF', 'CN=NO', 'C1CC2CCC1C2F'])(
    'marks no stereochemistry on %s',
    (smiles) => {
      const graph = readSmiles(smiles);
      expect(lettering(depict(graph))).toMatch(/^[A-Za-z\d]*$/);
      const svg = depict(graph);
      expect(svg).not.toMatch(/polygon|dasharray|abs|unknown|&amp;|>[RSEZ?]</);
      const units = bondsOf(graph).reduce((sum, [, , order]) => sum + order, 0);
      expect(lineCount(svg)).toBe(units);
    },
  );

  it.each([
    ['C', 'CH4'],
    ['N', 'NH3'],
    ['O', 'H2O'],
    ['S', 'H2S'],
    ['P', 'PH3'],
    ['F', 'HF'],
    ['Cl', 'HCl'],
    ['Br', 'HBr'],
    ['I', 'HI'],
  ])('draws %s as %s', (smiles, formula) => {
    expect(lettering(of(smiles))).toBe(formula);
  });

  it('gives each heteroatom its colour, and takes carbon and bonds from the page', () => {
    for (const element of ['N', 'O', 'F', 'Cl', 'Br', 'I', 'S', 'P'] satisfies HeavyElement[]) {
      expect(elementColour(element)).not.toBe(TEXT_COLOUR);
      expect(of(`C${element}`)).toContain(`fill="${elementColour(element)}"`);
      expect(of(element)).toContain(`fill="${elementColour(element)}"`);
    }
    expect(of('CC')).toContain('stroke="currentColor"');
  });

  it('dots the middle of carbon dioxide and of allene', () => {
    expect(of('O=C=O')).toMatch(/M[\d.]+ [\d.]+h0/);
    expect(of('C=C=C')).toMatch(/M[\d.]+ [\d.]+h0/);
    expect(of('CCC')).not.toContain('h0');
  });

  it('puts ids on request, in the numbering of the graph', () => {
    const graph = relabelled(readSmiles('CC(C)=CCCl'), createRandom(4));
    const svg = depict(graph, { idPrefix: 'left' });
    const centres = [...svg.matchAll(/id="left-atom-(\d+)" cx="([\d.]+)" cy="([\d.]+)"/g)];
    expect(centres.map(([, atom]) => Number(atom))).toEqual(graph.elements.map((_, x) => x));
    const [, labelX] = /<text x="([\d.]+)"[^>]*>Cl</.exec(svg)!;
    const [, , chlorineX] = centres[graph.elements.indexOf('Cl')]!;
    expect(Math.abs(Number(labelX) - Number(chlorineX))).toBeLessThan(0.2);
    bondsOf(graph).forEach(([x, y], k) => {
      const at = (atom: number) => `${centres[atom]![2]} ${centres[atom]![3]}`;
      expect(svg).toContain(`<path id="left-bond-${k}" d="M${at(x)}L${at(y)}"/>`);
    });
    expect(depict(readSmiles('O'), { idPrefix: 'w' })).toMatch(/id="w-atom-0" cx="[\d.]+"/);
  });

  it.each(['', '3x', 'a"b', 'a b'])('refuses the id prefix %j', (idPrefix) => {
    expect(() => depict(readSmiles('CC'), { idPrefix })).toThrow(ChemistryError);
    expect(() => depict(readSmiles('CC'), { idPrefix })).toThrow(
      expect.objectContaining({ code: 'id_prefix' }),
    );
  });

  it('says the Hill formula or the label that it is given, escaped', () => {
    expect(of('OCC')).toContain('aria-label="C2H6O"');
    expect(depict(readSmiles('CC'), { label: '<"a&\nb">' })).toContain(
      'aria-label="&lt;&quot;a&amp; b&quot;&gt;"',
    );
  });

  it('is small: a C10H16 within 1 KB', () => {
    expect(of('CC1=CC2CC(C1)C2(C)C').length).toBeLessThan(600);
    const random = createRandom(11);
    for (let i = 0; i < 20; i++) {
      expect(depict(randomMolecule(Array<'C'>(10).fill('C'), 3, random)).length).toBeLessThan(1024);
    }
  });

  it('draws 50 atoms and 8 rings, and no more', () => {
    const chain = (length: number) => readSmiles('C'.repeat(length));
    expect(isDrawable(chain(MAX_DRAWN_ATOMS))).toBe(true);
    expect(depict(chain(50))).toContain('<path');
    expect(depict(chain(51))).toBe(placeholder(chain(51)));
    // Prismanes: 2 n atoms, 3 n bonds, n + 1 rings.
    const heptaprismane = readSmiles('C12C3C4C5C6C7C1C1C7C6C5C4C3C21');
    const octaprismane = readSmiles('C12C3C4C5C6C7C8C1C1C8C7C6C5C4C3C21');
    expect(isDrawable(heptaprismane)).toBe(true);
    expect(isDrawable(octaprismane)).toBe(false);
    expect(depict(octaprismane)).toBe(placeholder(octaprismane));
  });
});
