/**
 * Normal boiling points (at 760 mmHg) in degrees Celsius, by IUPAC name: Rossini et al., Selected Values of Physical and
 * Thermodynamic Properties of Hydrocarbons and Related Compounds, 1953 (Rossini1953 in docs/references.bib), rounded to a tenth. Each is
 * compared with the CRC Handbook and the NIST WebBook (Haynes2014, NistWebBook): recorded-boiling-points.test.ts.
 */
const DEGREES_CELSIUS = `
methane -161.5
ethane -88.6
propane -42.1
butane -0.5
2-methylpropane -11.7
pentane 36.1
2-methylbutane 27.9
2,2-dimethylpropane 9.5
hexane 68.7
2-methylpentane 60.3
3-methylpentane 63.3
2,2-dimethylbutane 49.7
2,3-dimethylbutane 58.0
heptane 98.4
2-methylhexane 90.1
3-methylhexane 91.9
3-ethylpentane 93.5
2,2-dimethylpentane 79.2
2,3-dimethylpentane 89.8
2,4-dimethylpentane 80.5
3,3-dimethylpentane 86.1
2,2,3-trimethylbutane 80.9
octane 125.7
2-methylheptane 117.6
3-methylheptane 118.9
4-methylheptane 117.7
3-ethylhexane 118.5
2,2-dimethylhexane 106.8
2,3-dimethylhexane 115.6
2,4-dimethylhexane 109.4
2,5-dimethylhexane 109.1
3,3-dimethylhexane 112.0
3,4-dimethylhexane 117.7
3-ethyl-2-methylpentane 115.7
3-ethyl-3-methylpentane 118.3
2,2,3-trimethylpentane 109.8
2,2,4-trimethylpentane 99.2
2,3,3-trimethylpentane 114.8
2,3,4-trimethylpentane 113.5
2,2,3,3-tetramethylbutane 106.5
`;

/** By IUPAC name. All alkanes up to the octanes. */
export const BOILING_POINTS: ReadonlyMap<string, number> = new Map(
  DEGREES_CELSIUS.trim()
    .split('\n')
    .map((line) => {
      const [name, degrees] = line.split(' ') as [string, string];
      return [name, Number(degrees)];
    }),
);
