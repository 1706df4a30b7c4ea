import type { KnownNames } from '../names/known-names.ts';
import type { IsomerMet } from '../runner/runner.ts';

/** One isomer a line: SMILES, and a name where one is known. */
export function smilesFile(isomers: readonly IsomerMet[], names: KnownNames): string {
  return lines(
    isomers.map(({ smiles }) => {
      const known = names.get(smiles);
      return known === undefined ? smiles : `${smiles} ${known.name}`;
    }),
  );
}

/** RFC 4180, with LF at the ends of lines. */
export function csvFile(isomers: readonly IsomerMet[], names: KnownNames): string {
  const rows = isomers.map(({ smiles, score, firstStep, visits }) => [
    smiles,
    names.get(smiles)?.name ?? '',
    score,
    firstStep,
    visits,
  ]);
  const header = ['smiles', 'name', 'score', 'first_step', 'visits'];
  return lines([header, ...rows].map((row) => row.map(csvField).join(',')));
}

/**
 * One record of an SDF: a molfile, its first line the known name if there is one, and the isomer's figures as data items.
 * Format: CTfile Formats, BIOVIA 2020.
 */
export function sdfRecord(molfile: string, isomer: IsomerMet, names: KnownNames): string {
  const { smiles, score, firstStep, visits } = isomer;
  const known = names.get(smiles)?.name;
  const titled = known === undefined ? molfile : molfile.replace(/^.*/, () => known);
  const items = Object.entries({ SMILES: smiles, SCORE: score, FIRST_STEP: firstStep, VISITS: visits });
  return lines([
    titled.trimEnd(),
    ...items.flatMap(([field, value]) => [`>  <${field}>`, String(value), '']),
    '$$$$',
  ]);
}

function csvField(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function lines(parts: readonly string[]): string {
  return parts.map((part) => `${part}\n`).join('');
}
