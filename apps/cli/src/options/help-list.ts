import { Help } from 'commander';

/** A list for the end of a help text, laid out as commander lays out the options. */
export function helpList(
  title: string,
  items: readonly (readonly [term: string | number, text: string])[],
): string {
  const help = new Help();
  help.prepareContext({ helpWidth: process.stdout.columns || 80 });
  const width = Math.max(...items.map(([term]) => String(term).length));
  return [title, ...items.map(([term, text]) => help.formatItem(String(term), width, text, help))].join('\n');
}
