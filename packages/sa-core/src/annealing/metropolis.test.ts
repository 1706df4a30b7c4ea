import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Random } from '../random.ts';
import { acceptanceProbability, accepts, acceptsCorrected, acceptsDrawn, mostUphill } from './metropolis.ts';

const anyTemperature = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true });
const energies = fc.double({ noNaN: true, noDefaultInfinity: true });
const units = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((word) => (word + 0.5) / 2 ** 32);

describe('the Metropolis criterion', () => {
  test('accepts everything downhill and on the level, at every temperature', () => {
    fc.assert(
      fc.property(energies, anyTemperature, units, (dE, kT, u) => {
        const down = -Math.abs(dE);
        expect([accepts(down, kT, u), acceptanceProbability(down, kT)]).toEqual([true, 1]);
        expect(accepts(0, kT, u)).toBe(true);
      }),
    );
  });

  test('accepts uphill if and only if u is below the probability, which is a number of 0 to 1', () => {
    fc.assert(
      fc.property(energies, anyTemperature, units, (dE, kT, u) => {
        const probability = acceptanceProbability(dE, kT);
        expect(probability >= 0 && probability <= 1).toBe(true);
        expect(accepts(dE, kT, u)).toBe(u < probability);
      }),
      { numRuns: 1000 },
    );
  });

  test('accepts nothing uphill at kT = 0', () => {
    for (const dE of [5e-324, 1e-9, 1, 1e300]) {
      expect([acceptanceProbability(dE, 0), accepts(dE, 0, 2 ** -33)]).toEqual([0, false]);
    }
  });

  test('accepts uphill by 1 at kT = 1 in the share exp(-1) of draws', () => {
    const random = Random.fromSeed(3);
    let accepted = 0;
    for (let i = 0; i < 100_000; i++) accepted += Number(accepts(1, 1, random.unit()));
    // The standard deviation is 0.0015.
    expect(Math.abs(accepted / 100_000 - Math.exp(-1))).toBeLessThan(0.006);
  });

  test('has the probabilities exp(-dE/kT)', () => {
    expect(acceptanceProbability(2, 4)).toBeCloseTo(0.6065306597126334, 15);
    expect(acceptanceProbability(10, 1)).toBeCloseTo(4.5399929762484854e-5, 18);
  });
});

describe('the criterion of Metropolis and Hastings', () => {
  const ratios = fc.constantFrom(1 / 9, 1 / 4, 1 / 3, 0.5, 2 / 3, 1, 1.5, 2, 3, 4, 9);

  test('with a ratio of 1 decides as that of Metropolis', () => {
    fc.assert(
      fc.property(energies, anyTemperature, units, (dE, kT, u) => {
        expect(acceptsCorrected(dE, kT, 1, u)).toBe(accepts(dE, kT, u));
        expect(acceptanceProbability(dE, kT, 1)).toBe(acceptanceProbability(dE, kT));
      }),
      { numRuns: 1000 },
    );
  });

  test('has probabilities of 0 to 1 at every temperature, also 0', () => {
    fc.assert(
      fc.property(energies, anyTemperature, ratios, units, (dE, kT, ratio, u) => {
        const probability = acceptanceProbability(dE, kT, ratio);
        expect(probability >= 0 && probability <= 1).toBe(true);
        expect(acceptsCorrected(dE, kT, ratio, u)).toBe(u < probability);
      }),
      { numRuns: 1000 },
    );
    expect([-1, 0, 1].map((dE) => acceptanceProbability(dE, 0, 0.5))).toEqual([1, 0.5, 0]);
  });

  test('has the probabilities min(1, ratio exp(-dE/kT)), downhill too', () => {
    expect(acceptanceProbability(2, 4, 1.5)).toBeCloseTo(0.90979599, 8);
    expect(acceptanceProbability(2, 4, 2)).toBe(1);
    expect(acceptanceProbability(-1, 4, 0.5)).toBeCloseTo(0.642012708, 8);
    expect(acceptanceProbability(-4, 4, 0.5)).toBe(1);
    expect(acceptanceProbability(0, 4, 1 / 3)).toBe(1 / 3);
  });

  test('is in balance: what goes up is what comes down, weighed by exp(-E/kT) and the draws', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0.5, max: 100, noNaN: true }),
        ratios,
        (dE, kT, ratio) => {
          const there = ratio ** -1 * acceptanceProbability(dE, kT, ratio);
          const back = Math.exp(-dE / kT) * acceptanceProbability(-dE, kT, 1 / ratio);
          expect(Math.abs(there - back)).toBeLessThanOrEqual(1e-12 * Math.max(there, back));
        },
      ),
    );
  });
});

describe('the bound on what a drawn number allows', () => {
  const draws = fc.oneof(
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    fc.tuple(fc.integer({ min: 0, max: 31 }), fc.integer({ min: -1, max: 1 })).map(([k, d]) => 2 ** k + d),
  );

  test('is above every dE that is accepted', () => {
    fc.assert(
      fc.property(
        draws,
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.double({ min: 0, max: 30, noNaN: true }),
        (drawn, kT, ratio) => {
          const dE = ratio * kT;
          if (acceptsDrawn(dE, kT, drawn))
            expect(dE).toBeLessThanOrEqual(mostUphill(kT, drawn) * (1 + 1e-12));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('is at most kT / 13 too high, from the 33rd number on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 32, max: 2 ** 32 - 1 }), (drawn) => {
        const least = -Math.log((drawn + 0.5) / 2 ** 32);
        expect(mostUphill(2, drawn) / 2 - least).toBeLessThan(1 / 13);
      }),
      { numRuns: 2000 },
    );
  });
});
