export type RunCommand = 'toggle' | 'step' | 'reset';

/** What of a key event decides its meaning. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** The name of the element that has the focus, in lower case. */
  readonly focus: string;
}

const BY_KEY: Readonly<Record<string, RunCommand>> = {
  ' ': 'toggle',
  ArrowRight: 'step',
  r: 'reset',
  R: 'reset',
};

/** Elements that do something of their own with these keys. */
const TAKES_ALL = ['input', 'textarea', 'select'];
const TAKES_SPACE = ['button', 'summary', 'a'];

/** What a key asks of the run; null where it belongs to the element that has the focus, or to the browser. */
export function commandOfKey({ key, ctrlKey, metaKey, altKey, focus }: KeyPress): RunCommand | null {
  if (ctrlKey || metaKey || altKey || !Object.hasOwn(BY_KEY, key)) return null;
  if (TAKES_ALL.includes(focus)) return null;
  if (key === ' ' && TAKES_SPACE.includes(focus)) return null;
  return BY_KEY[key]!;
}
