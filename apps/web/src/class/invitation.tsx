import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatCount } from '../format.ts';
import { useRun } from '../run/run-context.ts';
import { isomersOf, membersInWords } from './board-words.ts';
import { useClass } from './class-context.ts';
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
  const run = useRun();
  const isMember = useComputed(() => classes.membership.value?.code === code);
  const failure = useComputed(() => run.failure.value?.message ?? '');
  useEffect(() => {
    if (classes.isAvailable && isMember.peek()) void playRun(classes, onOpen);
  }, []);
  if (!classes.isAvailable) {
    return (
      <section class="class-screen invitation">
        <h1>Class {code}</h1>
        <NoClasses />
      </section>
    );
  }
  return (
    <section class="class-screen invitation" aria-label="Invitation">
      <InvitedTo code={code} />
      {isMember.value ? (
        <div class="class-card">
          <p class="class-note">You have a place in this class, and your run goes on.</p>
          <p class="class-trouble" role="alert">
            {failure}
          </p>
          <div class="class-buttons">
            <button type="button" class="button-main" onClick={() => playRun(classes, onOpen)}>
              Go on with my run
            </button>
            <button type="button" onClick={() => classes.leave()}>
              Join as somebody else
            </button>
          </div>
        </div>
      ) : (
        <div class="class-card">
          <JoinForm code={code} onOpen={onOpen} />
        </div>
      )}
    </section>
  );
}

function InvitedTo({ code }: { readonly code: string }) {
  const watched = useBoard(code);
  const { board, trouble } = watched.value;
  return (
    <>
      <h1>{board?.title ?? `Class ${code}`}</h1>
      <p class="invitation-task">
        {board === null
          ? 'Looking for the class …'
          : `Find the ${isomersOf(board.configuration.formula)} together: your run has ${formatCount(board.total_steps)} steps and a seed of its own. So far ${membersInWords(board.members)}.`}
      </p>
      <p class="class-trouble" role="alert">
        {trouble?.message ?? ''}
      </p>
    </>
  );
}
