import type { Parameter } from '@webfaulon/protocol/parameter';

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** What a text of a link stands for, undefined if it is no value of the kind at all. Ranges are not looked at. */
export function readValue(kind: Parameter['kind'], text: string): unknown {
  switch (kind) {
    case 'text':
    case 'choice':
      return text;
    case 'number':
      return text === 'null' ? null : numberOf(text);
    case 'switch':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'weights':
    case 'targets':
      return numbersByName(text);
    case 'choices':
      return text === '' ? [] : text.split(',');
  }
}

/** The inverse of {@link readValue}, and readable: names are spelled with letters, digits and underscores. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, number]) => `${name}:${number}`)
    .join(',');
}

/** Such as "wiener_index:1,ring_count:0.5". */
export function numbersByName(text: string): Readonly<Record<string, number>> | undefined {
  if (text === '') return {};
  const numbers = new Map<string, number>();
  for (const entry of text.split(',')) {
    const [name = '', digits = '', ...more] = entry.split(':');
    const number = numberOf(digits);
    if (!/^[a-z]\w*$/i.test(name) || number === undefined || more.length > 0 || numbers.has(name)) {
      return undefined;
    }
    numbers.set(name, number);
  }
  return Object.fromEntries(numbers);
}

function numberOf(text: string): number | undefined {
  const number = Number(text);
  return NUMBER.test(text) && Number.isFinite(number) ? number : undefined;
}
