/** What every visitor has to know before the first number: said on the first screen. */
export function TrueWords() {
  return (
    <p class="true-words">
      What is minimised is a <strong>score</strong>, the Wiener index for example: the distances between all
      pairs of atoms, counted in bonds and added up. It is <strong>not an energy</strong> and says nothing
      about stability. The temperature <strong>kT</strong> is in units of that score.
    </p>
  );
}
