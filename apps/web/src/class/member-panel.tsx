import { useComputed } from '@preact/signals';
import { BoardFigures } from './board-figures.tsx';
import { BoardHistogram } from './board-histogram.tsx';
import { firstsInWords } from './board-words.ts';
import { useClass } from './class-context.ts';
import { firstsOf } from './first-finds.ts';
import { FirstFindsTable } from './first-finds-table.tsx';
import { FoundIsomers } from './found-isomers.tsx';
import type { Membership } from './membership.ts';
import type { RunScreen } from './run-screen.ts';
import { useBoard } from './use-board.ts';

interface MemberPanelProps {
  readonly runScreen: RunScreen;
}

/** Below the run of a member: what the class has found, and what of it this member was first to find. */
export function MemberPanel({ runScreen }: MemberPanelProps) {
  const classes = useClass();
  const membership = classes.membership.value;
  if (membership === null || !classes.isAvailable) return null;
  return <MemberBoard key={membership.memberId} membership={membership} runScreen={runScreen} />;
}

interface MemberBoardProps extends MemberPanelProps {
  readonly membership: Membership;
}

function MemberBoard({ membership: { code, number, nickname }, runScreen }: MemberBoardProps) {
  const classes = useClass();
  const watched = useBoard(code);
  const isMine = useComputed(() => classes.isMine());
  const notReported = useComputed(() => classes.reporting.value);
  const { board, isomers, trouble } = watched.value;
  const firsts = firstsOf(isomers, number);
  return (
    <section class="member-panel" aria-label="My class">
      <p class="member-name">
        <span>
          Class <code>{code}</code>, you are {nickname ?? `No. ${number}`}
        </span>
        <button type="button" class="button-quiet" onClick={() => classes.show({ kind: 'board', code })}>
          Whole board
        </button>
        <button type="button" class="button-quiet" onClick={() => classes.leave()}>
          Leave
        </button>
      </p>
      {!isMine.value && (
        <p class="class-note">
          This run is not your part of the class, and does not count for it.{' '}
          <button type="button" onClick={() => classes.play(runScreen)}>
            Back to my run
          </button>
        </p>
      )}
      <BoardFigures board={board} trouble={trouble ?? notReported.value} isPart />
      <p class="member-firsts" role="status">
        {firstsInWords(firsts.length)}
      </p>
      {board !== null && (
        <>
          <div class="board-middle">
            <BoardHistogram histogram={board.histogram} />
            <FirstFindsTable isomers={isomers} mine={number} />
          </div>
          <FoundIsomers isomers={isomers} mine={number} />
        </>
      )}
    </section>
  );
}
