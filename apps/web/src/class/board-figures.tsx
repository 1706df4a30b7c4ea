import type { ClassBoard } from '@webfaulon/protocol';
import { formatCount } from '../format.ts';
import { WithFormula } from '../formula/formula-text.tsx';
import { countNote, headline, membersInWords } from './board-words.ts';
import type { ClassTrouble } from './class-trouble.ts';

interface BoardFiguresProps {
  readonly board: ClassBoard | null;
  readonly trouble: ClassTrouble | null;
  /** Whether the page has a heading above this one. */
  readonly isPart?: boolean;
}

/** "Our class found 61 of 75 decanes", and how far that is. */
export function BoardFigures({ board, trouble, isPart = false }: BoardFiguresProps) {
  const Heading = isPart ? 'h2' : 'h1';
  return (
    <div class="board-figures">
      <p class="board-title">{board === null ? '' : (board.title ?? `Class ${board.code}`)}</p>
      <Heading class="board-headline">
        {board === null ? (
          trouble === null && 'Looking for the class …'
        ) : (
          <WithFormula text={headline(board)} formula={board.configuration.formula} />
        )}
      </Heading>
      {board !== null && board.total !== null && (
        <progress
          class="board-progress"
          value={board.total_found}
          max={board.total}
          aria-label="Isomers found of all there are"
        />
      )}
      <p class="board-facts">
        {board !== null &&
          `${membersInWords(board.members)} · ${formatCount(board.steps_played)} steps played${board.is_up_to_date ? '' : ', the last of them still being looked through'}`}
      </p>
      <p class="board-facts">{board !== null && countNote(board.configuration.formula)}</p>
      <p class="class-trouble" role="alert">
        {trouble?.message}
        {trouble?.kind === 'unreachable' && ' The page goes on trying.'}
      </p>
    </div>
  );
}
