import './page.css';
import { useComputed, useSignal } from '@preact/signals';
import { useClass } from '../class/class-context.ts';
import { forgetClassAddress } from '../class/start-class-store.ts';
import { NewerVersion } from '../offline/newer-version.tsx';
import { useRun } from '../run/run-context.ts';
import type { RunPlan } from '../setup/setup.ts';
import { useSetup } from '../setup/setup-context.ts';
import { RunNotice } from '../share/run-notice.tsx';
import { useVisit } from '../share/use-visit.ts';
import { Announcer } from './announcer.tsx';
import { ClassPlace } from './class-place.tsx';
import { Header } from './header.tsx';
import { RunView } from './run-view.tsx';
import { Welcome } from './welcome.tsx';

/** The whole page: the first screen, the run, or the board of a class. */
export function Page() {
  const run = useRun();
  const setup = useSetup();
  const classes = useClass();
  const isRunAsked = useSignal(false);
  const showsRun = useComputed(() => isRunAsked.value && run.prepared.value !== null);
  const visit = useVisit(isRunAsked, (plan) => setup.load(plan));
  const showsClass = useComputed(() => classes.shown.value !== null);

  const open = async (plan: RunPlan): Promise<boolean> => {
    if (!(await visit.open(plan))) return false;
    scrollTo({ top: 0 });
    return true;
  };
  const openWithNewSeed = () => {
    const prepared = run.prepared.value;
    if (prepared === null) return;
    void open({ configuration: { ...prepared.configuration, seed: Date.now() }, pace: run.pace.value });
  };
  const runScreen = {
    open,
    show: () => {
      isRunAsked.value = true;
    },
  };
  const goHome = () => {
    visit.leave();
    classes.show(null);
    forgetClassAddress();
  };
  const content = () => {
    if (showsClass.value) return <ClassPlace at="screen" runScreen={runScreen} />;
    return showsRun.value ? <RunView onNewSeed={openWithNewSeed} /> : <Welcome onOpen={open} />;
  };

  return (
    <div class="page">
      <Header isHome={!showsRun.value && !showsClass.value} onHome={goHome} />
      <main>
        {content()}
        {!showsClass.value && <ClassPlace at={showsRun.value ? 'run' : 'welcome'} runScreen={runScreen} />}
      </main>
      <Announcer />
      <RunNotice visit={visit} />
      <NewerVersion />
    </div>
  );
}
