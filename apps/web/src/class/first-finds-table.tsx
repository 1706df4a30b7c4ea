import { formatCount } from '../format.ts';
import type { BoardIsomer } from './board-words.ts';
import { firstFinds } from './first-finds.ts';

const SHOWN = 8;

/** Who was first how often. */
export function FirstFindsTable({ isomers }: { readonly isomers: readonly BoardIsomer[] }) {
  const finders = firstFinds(isomers);
  const more = finders.length - SHOWN;
  return (
    <div class="first-finds">
      <table>
        <caption>First to find</caption>
        <thead class="off-screen">
          <tr>
            <th scope="col">Member</th>
            <th scope="col">Isomers</th>
          </tr>
        </thead>
        <tbody>
          {finders.slice(0, SHOWN).map(({ number, name, count }) => (
            <tr key={number}>
              <th scope="row">{name}</th>
              <td>{formatCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="field-note">{more > 0 ? `and ${formatCount(more)} more` : ''}</p>
    </div>
  );
}
