import './page.css';
import { useComputed, useSignal } from '@preact/signals';
import { NewerVersion } from '../offline/newer-version.tsx';
import { useRun } from '../run/run-context.ts';
import type { RunPlan } from '../setup/setup.ts';
import { useSetup } from '../setup/setup-context.ts';
import { RunNotice } from '../share/run-notice.tsx';
import { useVisit } from '../share/use-visit.ts';
import { Announcer } from './announcer.tsx';
import { Header } from './header.tsx';
import { RunView } from './run-view.tsx';
import { Welcome } from './welcome.tsx';

/** The whole page: the first screen, or the run. */
export function Page() {
  const run = useRun();
  const setup = useSetup();
  const isRunAsked = useSignal(false);
  const showsRun = useComputed(() => isRunAsked.value && run.prepared.value !== null);
  const visit = useVisit(isRunAsked, (plan) => setup.load(plan));

  const open = async (plan: RunPlan) => {
    if (await visit.open(plan)) scrollTo({ top: 0 });
  };
  const openWithNewSeed = () => {
    const prepared = run.prepared.value;
    if (prepared === null) return;
    void open({ configuration: { ...prepared.configuration, seed: Date.now() }, pace: run.pace.value });
  };

  return (
    <div class="page">
      <Header isHome={!showsRun.value} onHome={visit.leave} />
      <main>{showsRun.value ? <RunView onNewSeed={openWithNewSeed} /> : <Welcome onOpen={open} />}</main>
      <Announcer />
      <RunNotice visit={visit} />
      <NewerVersion />
    </div>
  );
}
