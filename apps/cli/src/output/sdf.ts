import { molfile } from '@webfaulon/chemistry';
import { readSmiles } from '@webfaulon/sa-core';

/**
 * One molecule of an SD file: a molfile with its data items. Coordinates are drawn, so a large cage takes a while.
 *
 * Format: CTfile Formats, BIOVIA 2020.
 *
 * @param smiles of a constitutional isomer
 */
export function sdfRecord(smiles: string, data: Readonly<Record<string, string | number>>): string {
  const items = Object.entries(data).map(([name, value]) => `>  <${name}>\n${value}\n\n`);
  return `${molfile(readSmiles(smiles)).trimEnd()}\n${items.join('')}$$$$\n`;
}
