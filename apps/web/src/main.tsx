import { render } from 'preact';
import { ClassContext } from './class/class-context.ts';
import { startClassStore } from './class/start-class-store.ts';
import { ComparisonContext } from './compare/comparison-context.ts';
import { ComparisonStore } from './compare/comparison-store.ts';
import { fetchLazyParts } from './lazy-part.tsx';
import { applyLook } from './look/look.ts';
import { Drawings } from './molecule/drawings.ts';
import { DrawingsContext } from './molecule/drawings-context.ts';
import { startDrawingWorker } from './molecule/start-drawing-worker.ts';
import { keepOfflineCopy } from './offline/offline-copy.ts';
import { Page } from './page/page.tsx';
import { whenAtRest } from './page/when-at-rest.ts';
import { RunContext } from './run/run-context.ts';
import { RunStore } from './run/run-store.ts';
import { chooseRunner } from './runner/choose-runner.ts';
import { prepareLocalRunner, startLocalRunner } from './runner/start-local-runner.ts';
import { SetupContext } from './setup/setup-context.ts';
import { SetupStore } from './setup/setup-store.ts';

applyLook();
const run = new RunStore(await chooseRunner());
const comparison = new ComparisonStore(run, startLocalRunner);
const setup = new SetupStore();
const classes = startClassStore(run);
const drawings = new Drawings(startDrawingWorker);
render(
  <RunContext.Provider value={run}>
    <SetupContext.Provider value={setup}>
      <DrawingsContext.Provider value={drawings}>
        <ClassContext.Provider value={classes}>
          <ComparisonContext.Provider value={comparison}>
            <Page />
          </ComparisonContext.Provider>
        </ClassContext.Provider>
      </DrawingsContext.Provider>
    </SetupContext.Provider>
  </RunContext.Provider>,
  document.getElementById('page')!,
);
whenAtRest(() => {
  // Something small, so that OpenChemLib is there when the first molecule is to be seen.
  void drawings.draw({ smiles: 'CC' });
  fetchLazyParts();
});
// With the page at rest, as OpenChemLib is: the first tap need not wait for it.
if (run.engine.value === 'browser') setTimeout(prepareLocalRunner, 500);
if (import.meta.env.MODE === 'static') void keepOfflineCopy();
