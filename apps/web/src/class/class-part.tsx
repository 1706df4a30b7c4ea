import './class.css';
import { BoardScreen } from './board-screen.tsx';
import { useClass } from './class-context.ts';
import { ClassCorner } from './class-corner.tsx';
import { Invitation } from './invitation.tsx';
import { MemberPanel } from './member-panel.tsx';
import { NoClasses } from './no-classes.tsx';
import type { RunScreen } from './run-screen.ts';

export interface ClassPartProps {
  /** On the first screen, below the run, or in place of both. */
  readonly at: 'welcome' | 'run' | 'screen';
  readonly runScreen: RunScreen;
}

/** What the page shows of classes. It is loaded when the page is there. */
export function ClassPart({ at, runScreen }: ClassPartProps) {
  const classes = useClass();
  if (at === 'welcome') return <ClassCorner runScreen={runScreen} />;
  if (at === 'run') return <MemberPanel runScreen={runScreen} />;
  const shown = classes.shown.value;
  if (shown === null) return null;
  if (!classes.isAvailable) return <NoClasses code={shown.code} />;
  const { kind, code } = shown;
  return kind === 'board' ? (
    <BoardScreen key={code} code={code} runScreen={runScreen} />
  ) : (
    <Invitation key={code} code={code} runScreen={runScreen} />
  );
}
