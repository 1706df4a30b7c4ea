import { crc32 } from 'node:zlib';

const CHECKSUM_DIGITS = 8;

/** A value as it stands on disk: its CRC-32 in hexadecimal digits, and itself. LMDB checks nothing of what it reads. */
export function withChecksum(value: string): string {
  return checksumOf(value) + value;
}

/** The value, or undefined where the text is not one that withChecksum gave. */
export function checkedValue(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const value = text.slice(CHECKSUM_DIGITS);
  return text.slice(0, CHECKSUM_DIGITS) === checksumOf(value) ? value : undefined;
}

function checksumOf(value: string): string {
  return crc32(value).toString(16).padStart(CHECKSUM_DIGITS, '0');
}
