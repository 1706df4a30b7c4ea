import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { classCode, isOnlyHere, pageAddress, readClassAddress, writeClassAddress } from './class-address.ts';

const PAGE = 'http://192.168.1.20:3000/lab/';
const alphabet = fc.constantFrom(...'CDFGHJKMNPQRTVWXY34679');
const codes = fc.array(alphabet, { minLength: 6, maxLength: 6 }).map((letters) => letters.join(''));

describe('the address of a class', () => {
  it('is read as it was written, on the host under which the page was opened', () => {
    fc.assert(
      fc.property(codes, fc.constantFrom('invitation' as const, 'board' as const), (code, kind) => {
        const address = writeClassAddress(`${PAGE}?class=OLDONE#run=7`, { kind, code });
        expect(address.startsWith(PAGE)).toBe(true);
        expect(readClassAddress(address)).toEqual({ kind, code });
      }),
    );
  });

  it('may hold the code as a query, or in small letters', () => {
    expect(readClassAddress(`${PAGE}?class=k7wq3n`)).toEqual({ kind: 'invitation', code: 'K7WQ3N' });
    expect(readClassAddress(`${PAGE}#run=1&class=k7wq3n`)).toEqual({ kind: 'invitation', code: 'K7WQ3N' });
  });

  it('is none where no code stands in it', () => {
    for (const rest of ['', '#', '#class=', '#class=a/b', '#classes', '?class=%3Cscript%3E']) {
      expect(readClassAddress(PAGE + rest)).toBeNull();
    }
  });

  it('takes a code as people type it', () => {
    expect(classCode(' k7w-q3n ')).toBe('K7WQ3N');
    expect(classCode('k7 wq 3n')).toBe('K7WQ3N');
    expect(classCode('K7W')).toBeNull();
    expect(classCode('K7WQ3N!')).toBeNull();
  });

  it('leaves out what it says of a run', () => {
    expect(pageAddress(`${PAGE}?a=1#class=K7WQ3N`)).toBe(PAGE);
  });

  it.each([
    ['http://localhost:3000/', true],
    ['http://127.0.0.1:3000/', true],
    ['http://[::1]:3000/', true],
    ['http://192.168.1.20:3000/', false],
    ['http://localhost.school.org/', false],
    ['http://lab-pc:3000/', false],
  ])('%s is of this computer alone: %p', (address, answer) => {
    expect(isOnlyHere(address)).toBe(answer);
  });
});
