import './page.css';
import { useComputed, useSignal } from '@preact/signals';
import { useClass } from '../class/class-context.ts';
import { forgetClassAddress } from '../class/start-class-store.ts';
import { useComparison } from '../compare/comparison-context.ts';
import { useRun } from '../run/run-context.ts';
import type { RunPlan } from '../setup/setup.ts';
import { useSetup } from '../setup/setup-context.ts';
import { Announcer } from './announcer.tsx';
import { ClassPlace } from './class-place.tsx';
import { Header } from './header.tsx';
import { RunView } from './run-view.tsx';
import { Welcome } from './welcome.tsx';

/** The whole page: the first screen, or the run. */
export function Page() {
  const run = useRun();
  const setup = useSetup();
  const classes = useClass();
  const comparison = useComparison();
  const isChoosing = useSignal(true);
  const showsRun = useComputed(() => !isChoosing.value && run.prepared.value !== null);

  const showsClass = useComputed(() => classes.shown.value !== null);

  const open = async (plan: RunPlan): Promise<boolean> => {
    setup.load(plan);
    comparison.clear();
    if (!(await run.open(plan.configuration, plan.pace))) {
      const failure = run.failure.value;
      if (failure !== null) setup.refuse(failure.pointer, failure.message);
      return false;
    }
    void comparison.begin(plan);
    isChoosing.value = false;
    scrollTo({ top: 0 });
    return true;
  };
  const openWithNewSeed = async () => {
    const prepared = run.prepared.value;
    if (prepared === null) return;
    const configuration = { ...prepared.configuration, seed: Date.now() };
    setup.load({ configuration, pace: run.pace.value });
    if (await run.open(configuration, run.pace.value)) await comparison.reseed(configuration.seed);
  };
  const runScreen = {
    open,
    show: () => {
      isChoosing.value = false;
    },
  };
  const goHome = () => {
    if (run.state.value === 'running') void run.pause();
    isChoosing.value = true;
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
    </div>
  );
}
