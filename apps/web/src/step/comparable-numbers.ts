const LEAST_DECIMALS = 2;
const MOST_DECIMALS = 12;

/** Two numbers of 0 to 1 with as few decimals, two at least, as still show which is the larger one. */
export function comparableNumbers(one: number, other: number): [one: string, other: string] {
  let decimals = LEAST_DECIMALS;
  while (decimals < MOST_DECIMALS && one !== other && one.toFixed(decimals) === other.toFixed(decimals))
    decimals++;
  return [one.toFixed(decimals), other.toFixed(decimals)];
}
