import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { SA_CORE_ERRORS, SaCoreError } from './errors.ts';

describe('SaCoreError', () => {
  test('is an Error with its code, its message, an optional pointer and an optional cause', () => {
    const cause = new Error('below');
    const full = new SaCoreError('formula_syntax', 'what to do', { pointer: '/formula', cause });
    expect(full).toBeInstanceOf(Error);
    expect({ ...full, message: full.message, cause: full.cause }).toEqual({
      name: 'SaCoreError',
      code: 'formula_syntax',
      pointer: '/formula',
      message: 'what to do',
      cause,
    });
    const bare = new SaCoreError('objective_empty', 'empty');
    expect([bare.pointer, 'cause' in bare]).toEqual(['', false]);
  });

  test('has no code in its catalogue that nothing throws', () => {
    const folder = new URL('.', import.meta.url);
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('errors.ts'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'));
    for (const code of Object.keys(SA_CORE_ERRORS)) {
      expect([code, sources.some((text) => text.includes(`'${code}'`))]).toEqual([code, true]);
    }
  });
});
