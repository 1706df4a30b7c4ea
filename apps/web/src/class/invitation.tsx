import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useRun } from '../run/run-context.ts';
import { useClass } from './class-context.ts';
import { InvitedTo } from './invited-to.tsx';
import { JoinForm } from './join-form.tsx';
import type { RunScreen } from './run-screen.ts';
import { useBoard } from './use-board.ts';

interface InvitationProps {
  readonly code: string;
  readonly runScreen: RunScreen;
}

/** What the link of a class leads to: who has a place already goes on, everybody else can join. */
export function Invitation({ code, runScreen }: InvitationProps) {
  const classes = useClass();
  const watched = useBoard(code);
  const isMember = useComputed(() => classes.membership.value?.code === code);
  useEffect(() => {
    if (isMember.peek()) void classes.play(runScreen);
  }, []);
  const { board, trouble } = watched.value;
  const isGone = trouble?.kind === 'gone';
  return (
    <section class="class-screen invitation" aria-label="Invitation">
      <InvitedTo code={code} board={board} trouble={trouble} />
      <div class="class-card">
        {isMember.value && !isGone ? (
          <GoOn runScreen={runScreen} />
        ) : (
          <JoinForm key={String(isGone)} code={isGone ? null : code} runScreen={runScreen} />
        )}
      </div>
      {!isGone && (
        <p class="class-buttons">
          <button type="button" class="button-quiet" onClick={() => classes.show({ kind: 'board', code })}>
            Only watch the board
          </button>
        </p>
      )}
    </section>
  );
}

/** For a member whose run could not be shown at once. */
function GoOn({ runScreen }: Pick<InvitationProps, 'runScreen'>) {
  const classes = useClass();
  const run = useRun();
  return (
    <>
      <p class="class-note">You have a place in this class. Your run goes on where it was.</p>
      <p class="class-trouble" role="alert">
        {run.failure.value?.message}
      </p>
      <div class="class-buttons">
        <button type="button" class="button-main" onClick={() => classes.play(runScreen)}>
          Go on with my run
        </button>
        <button type="button" onClick={() => classes.leave()}>
          Join as somebody else
        </button>
      </div>
    </>
  );
}
