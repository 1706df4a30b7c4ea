import { formatCount } from '../format.ts';
import type { BoardIsomer } from './board-words.ts';
import { firstFinds } from './first-finds.ts';

const SHOWN = 8;

interface FirstFindsTableProps {
  readonly isomers: readonly BoardIsomer[];
  /** The number of the member who looks; null for nobody. */
  readonly mine: number | null;
}

/** Who was first how often. */
export function FirstFindsTable({ isomers, mine }: FirstFindsTableProps) {
  const finders = firstFinds(isomers);
  const more = finders.length - SHOWN;
  return (
    <div class="first-finds">
      <table>
        <caption>First to find</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="off-screen">Member</span>
            </th>
            <th scope="col">
              <span class="off-screen">Isomers</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {finders.slice(0, SHOWN).map(({ number, name, count }) => (
            <tr key={number}>
              <th scope="row">
                {name}
                {number === mine && ' (you)'}
              </th>
              <td>{formatCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="field-note">{more > 0 ? `and ${formatCount(more)} more` : ''}</p>
    </div>
  );
}
