import { useComputed } from '@preact/signals';
import { BoardFigures } from './board-figures.tsx';
import { BoardHistogram } from './board-histogram.tsx';
import { useClass } from './class-context.ts';
import { ClassInvite } from './class-invite.tsx';
import { FirstFindsTable } from './first-finds-table.tsx';
import { FoundIsomers } from './found-isomers.tsx';
import type { RunScreen } from './run-screen.ts';
import { useBoard } from './use-board.ts';

interface BoardScreenProps {
  readonly code: string;
  readonly runScreen: RunScreen;
}

/** The board for the projector: how to join, and what the class has found. */
export function BoardScreen({ code, runScreen }: BoardScreenProps) {
  const classes = useClass();
  const isMember = useComputed(() => classes.membership.value?.code === code);
  const watched = useBoard(code);
  const { board, isomers, trouble } = watched.value;
  const isGone = trouble?.kind === 'gone';
  return (
    <section class="class-screen board-screen" aria-label="Board of the class">
      {isMember.value && (
        <p class="class-buttons">
          <button type="button" onClick={() => classes.play(runScreen)}>
            Back to my run
          </button>
        </p>
      )}
      <div class="board-top">
        <BoardFigures board={board} trouble={trouble} />
        {!isGone && <ClassInvite code={code} />}
      </div>
      {board !== null && (
        <>
          <div class="board-middle">
            <BoardHistogram histogram={board.histogram} />
            <FirstFindsTable isomers={isomers} mine={null} />
          </div>
          <FoundIsomers isomers={isomers} mine={null} />
        </>
      )}
    </section>
  );
}
