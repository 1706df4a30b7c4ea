import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useRun } from '../run/run-context.ts';
import { useClass } from './class-context.ts';
import { InvitedTo } from './invited-to.tsx';
import { JoinForm } from './join-form.tsx';
import { NoClasses } from './no-classes.tsx';
import { type OpenRun, playRun } from './play-run.ts';
import { useBoard } from './use-board.ts';

interface InvitationProps {
  readonly code: string;
  readonly onOpen: OpenRun;
}

/** What the link of a class leads to: who has a place already goes on, everybody else can join. */
export function Invitation({ code, onOpen }: InvitationProps) {
  const classes = useClass();
  if (classes.isAvailable) return <OpenInvitation code={code} onOpen={onOpen} />;
  return (
    <section class="class-screen invitation">
      <h1>Class {code}</h1>
      <NoClasses />
    </section>
  );
}

function OpenInvitation({ code, onOpen }: InvitationProps) {
  const classes = useClass();
  const watched = useBoard(code);
  const isMember = useComputed(() => classes.membership.value?.code === code);
  useEffect(() => {
    if (isMember.peek()) void playRun(classes, onOpen);
  }, []);
  const { board, trouble } = watched.value;
  const isGone = trouble?.kind === 'gone';
  return (
    <section class="class-screen invitation" aria-label="Invitation">
      <InvitedTo code={code} board={board} trouble={trouble} />
      <div class="class-card">
        {isMember.value && !isGone ? (
          <GoOn onOpen={onOpen} />
        ) : (
          <JoinForm key={String(isGone)} code={isGone ? null : code} onOpen={onOpen} />
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
function GoOn({ onOpen }: Pick<InvitationProps, 'onOpen'>) {
  const classes = useClass();
  const run = useRun();
  return (
    <>
      <p class="class-note">You have a place in this class. Your run goes on where it was.</p>
      <p class="class-trouble" role="alert">
        {run.failure.value?.message}
      </p>
      <div class="class-buttons">
        <button type="button" class="button-main" onClick={() => playRun(classes, onOpen)}>
          Go on with my run
        </button>
        <button type="button" onClick={() => classes.leave()}>
          Join as somebody else
        </button>
      </div>
    </>
  );
}
