import { describe, expect, it } from '@jest/globals';
import { verdictOf } from './verdict.ts';

const step = {
  outcome: 'accepted',
  invalid_reason: null,
  difference: 3,
  probability: Math.exp(-3 / 4.2),
  drawn: 0.31,
  temperature: 4.2,
} as const;

describe('the verdict on a step', () => {
  it('tells why a step for the worse is accepted', () => {
    expect(verdictOf(step, 'MINIMIZE')).toEqual({
      outcome: 'accepted',
      title: 'Accepted',
      text:
        'The score rises by 3, which is worse. At kT = 4.2, a rise of 3 is accepted with probability 0.49; ' +
        'the number drawn is 0.31, below it: accepted.',
    });
  });

  it('calls a fall worse when the score is maximised', () => {
    expect(verdictOf(step, 'MAXIMIZE').text).toContain('falls by 3, which is worse');
    expect(verdictOf(step, 'MAXIMIZE').text).toContain('a fall of 3 is accepted');
    expect(verdictOf({ ...step, difference: -3, probability: 1 }, 'MAXIMIZE').text).toContain(
      'rises by 3, which is better',
    );
  });

  it('tells why a step is rejected', () => {
    const { title, text } = verdictOf({ ...step, outcome: 'rejected', drawn: 0.71 }, 'MINIMIZE');
    expect(title).toBe('Rejected');
    expect(text).toContain('0.71, not below it: rejected. The molecule stays');
  });

  it.each([
    [0, 'The score stays the same. A step that makes nothing worse is always accepted.'],
    [-4, 'The score falls by 4, which is better. A step that makes nothing worse is always accepted.'],
  ])('needs no number drawn for a difference of %d', (difference, text) => {
    expect(verdictOf({ ...step, difference, probability: 1 }, 'MINIMIZE').text).toBe(text);
  });

  it('says that a probability is corrected where it is not exp(−Δ/kT)', () => {
    expect(verdictOf(step, 'MINIMIZE').text).not.toContain('corrected');
    expect(verdictOf({ ...step, difference: 0, probability: 0.5 }, 'MINIMIZE').text).toContain(
      'this change is accepted with probability 0.50 (corrected',
    );
  });

  it('tells that pieces are no molecule', () => {
    const pieces = { ...step, outcome: 'disconnected', difference: null, probability: null } as const;
    expect(verdictOf(pieces, 'MINIMIZE').text).toContain('into pieces');
  });

  it.each(['nothing_to_displace', 'same_atom', 'bond_order', 'no_change', 'structural_rule'] as const)(
    'gives a reason of its own for %s',
    (invalid_reason) => {
      const invalid = { ...step, outcome: 'invalid', difference: null, probability: null } as const;
      const { text } = verdictOf({ ...invalid, invalid_reason }, 'MINIMIZE');
      expect(text.length).toBeGreaterThan(verdictOf(invalid, 'MINIMIZE').text.length + 20);
      expect(text).toContain('the molecule stays as it is');
    },
  );
});
