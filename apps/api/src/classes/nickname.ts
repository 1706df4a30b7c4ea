const MAX_CHARACTERS = 24;
/** Control and format characters, fillers that count as letters, and the pattern of Braille without a dot. */
const UNSEEN = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/**
 * A name or a title as everybody sees it: without characters that cannot be seen or that turn the text around, single spaces, at
 * most so many characters.
 *
 * @returns null where nothing is left
 */
export function shownText(text: string | undefined, maxCharacters = MAX_CHARACTERS): string | null {
  const visible = (text ?? '').normalize('NFC').replaceAll(UNSEEN, ' ').replaceAll(/\s+/gu, ' ').trim();
  const shown = [...visible].slice(0, maxCharacters).join('').trim();
  return shown === '' ? null : shown;
}
