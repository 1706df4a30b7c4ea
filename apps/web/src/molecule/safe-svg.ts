/** The elements that a drawing of a molecule has, and their attributes: shapes and text, no link, no style, no script. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  svg: ['viewBox', 'width', 'height', 'role', 'aria-label'],
  g: [],
  path: ['d'],
  line: ['x1', 'y1', 'x2', 'y2'],
  circle: ['cx', 'cy', 'r'],
  text: ['x', 'y'],
  title: [],
};

const ALLOWED_ON_ALL: readonly string[] = [
  'id',
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'font-family',
  'font-size',
  'text-anchor',
  'pointer-events',
];

/** A reference to something outside, such as url(https://…), can hide in a colour. */
const PLAIN_VALUE = /^[^:(]*$/;
const FREE_TEXT = ['aria-label', 'd', 'viewBox'];

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

export function isAllowedElement(name: string): boolean {
  return Object.hasOwn(ALLOWED, name);
}

export function isAllowedAttribute(element: string, name: string, value: string): boolean {
  const isKnown = ALLOWED_ON_ALL.includes(name) || (ALLOWED[element]?.includes(name) ?? false);
  return isKnown && (FREE_TEXT.includes(name) || PLAIN_VALUE.test(value));
}

/**
 * A drawing as an element of the page. Whatever is not on the list of what drawings need is left out, so that text from
 * elsewhere can bring nothing but shapes. In the page itself, unlike in an <img>, it follows the colour of the text.
 *
 * @returns null if the text is no SVG document
 */
export function safeSvg(text: string): SVGSVGElement | null {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  return parsed.localName === 'svg' ? (copyOf(parsed) as SVGSVGElement) : null;
}

function copyOf(source: Element): SVGElement {
  const copy = document.createElementNS(SVG_NAMESPACE, source.localName);
  for (const { name, value } of source.attributes) {
    if (isAllowedAttribute(source.localName, name, value)) copy.setAttribute(name, value);
  }
  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.textContent ?? '');
    else if (child instanceof Element && isAllowedElement(child.localName)) copy.append(copyOf(child));
  }
  return copy;
}
