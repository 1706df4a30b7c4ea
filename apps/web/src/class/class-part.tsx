import './class.css';
import { BoardScreen } from './board-screen.tsx';
import { useClass } from './class-context.ts';
import { ClassCorner } from './class-corner.tsx';
import { Invitation } from './invitation.tsx';
import { MemberPanel } from './member-panel.tsx';
import type { OpenRun } from './play-run.ts';

interface ClassPartProps {
  /** On the first screen, below the run, or in place of both. */
  readonly at: 'welcome' | 'run' | 'screen';
  readonly onOpen: OpenRun;
}

/** What the page shows of classes. It is loaded when the page is there. */
export function ClassPart({ at, onOpen }: ClassPartProps) {
  const classes = useClass();
  if (at === 'welcome') return <ClassCorner onOpen={onOpen} />;
  if (at === 'run') return <MemberPanel onOpen={onOpen} />;
  const shown = classes.shown.value;
  if (shown === null) return null;
  const { kind, code } = shown;
  return kind === 'board' ? (
    <BoardScreen key={code} code={code} onOpen={onOpen} />
  ) : (
    <Invitation key={code} code={code} onOpen={onOpen} />
  );
}
