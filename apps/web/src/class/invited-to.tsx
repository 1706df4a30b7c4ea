import { formatCount } from '../format.ts';
import { WithFormula } from '../formula/formula-text.tsx';
import type { WatchedBoard } from './board-watch.ts';
import { isomersOf, membersInWords } from './board-words.ts';

interface InvitedToProps extends Pick<WatchedBoard, 'board' | 'trouble'> {
  readonly code: string;
}

/** Which class it is, and what it looks for. */
export function InvitedTo({ code, board, trouble }: InvitedToProps) {
  return (
    <>
      <h1>{board?.title ?? `Class ${code}`}</h1>
      {board !== null && (
        <p class="invitation-task">
          Find the{' '}
          <WithFormula text={isomersOf(board.configuration.formula)} formula={board.configuration.formula} />{' '}
          together: your run has {formatCount(board.total_steps)} steps and a seed of its own. So far{' '}
          {membersInWords(board.members)}.
        </p>
      )}
      {board === null && trouble === null && <p class="invitation-task">Looking for the class …</p>}
      <p class="class-trouble" role="alert">
        {trouble?.message}
      </p>
    </>
  );
}
