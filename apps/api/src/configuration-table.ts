import { CONFIGURATION_VARIABLES } from './configuration-variables.ts';

/** The variables that configure the server as a Markdown table, for the README. */
export function configurationTable(): string {
  const rows = CONFIGURATION_VARIABLES.map(({ name, default: value, meaning }) => [
    `\`${name}\``,
    name === 'THREADS' ? value : `\`${value}\``,
    meaning,
  ]);
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
  return ['| variable | default | meaning |', '|---|---|---|', ...lines].join('\n');
}
