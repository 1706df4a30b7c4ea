/** Slots at the beginning, a power of two. */
const FEWEST_SLOTS = 64;
const FREE = -1;

/**
 * Where canonical codes stand in a list of them. A code is asked for by its characters, so that no string is made of one that
 * is known: most are, in a run.
 */
export class CodeIndex {
  private readonly codes: readonly string[];
  /** Invariant: a power of two, at least twice the codes; a code is in the first slot from its hash on that was free. */
  private slots = new Int32Array(FEWEST_SLOTS).fill(FREE);
  /** The hash of each code. */
  private readonly hashes: number[] = [];

  /** @param codes the list, all of which is indexed; codes appended to it later have to be given to {@link append} */
  constructor(codes: readonly string[]) {
    this.codes = codes;
    for (const code of codes) this.append(hashOf(charactersOf(code), code.length));
  }

  /** The place of the code in the list, or -1. */
  find(characters: Uint16Array, length: number, hash: number): number {
    const { slots, hashes } = this;
    let slot = hash & (slots.length - 1);
    for (let place = slots[slot]!; place !== FREE; place = slots[slot]!) {
      if (hashes[place] === hash && isCode(this.codes[place]!, characters, length)) return place;
      slot = (slot + 1) & (slots.length - 1);
    }
    return FREE;
  }

  /** Indexes the next code of the list, which has this hash. */
  append(hash: number): void {
    const place = this.hashes.push(hash) - 1;
    if (2 * this.hashes.length <= this.slots.length) this.settle(place);
    else {
      this.slots = new Int32Array(2 * this.slots.length).fill(FREE);
      for (let each = 0; each <= place; each++) this.settle(each);
    }
  }

  private settle(place: number): void {
    const { slots } = this;
    let slot = this.hashes[place]! & (slots.length - 1);
    while (slots[slot] !== FREE) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = place;
  }
}

/** A hash of the first `length` characters, as a signed integer: multiplied and mixed as in MurmurHash3. */
export function hashOf(characters: Uint16Array, length: number): number {
  let hash = length;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ characters[i]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

function charactersOf(code: string): Uint16Array {
  return Uint16Array.from({ length: code.length }, (_, i) => code.charCodeAt(i));
}

function isCode(code: string, characters: Uint16Array, length: number): boolean {
  if (code.length !== length) return false;
  let i = 0;
  while (i < length && code.charCodeAt(i) === characters[i]) i++;
  return i === length;
}
