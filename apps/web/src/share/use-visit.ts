import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useRun } from '../run/run-context.ts';
import type { RunnerError, RunPlace } from '../runner/runner.ts';
import { prepareLocalRunner, startLocalRunner } from '../runner/start-local-runner.ts';
import type { RunPlan } from '../setup/setup.ts';
import { keepLeftRun, leftRun, placeOf } from './left-run.ts';
import { type Notice, noticeOf } from './notice.ts';
import { readRunLink, runLink } from './run-link.ts';
import { withoutVersions } from './without-versions.ts';

export interface Visit {
  readonly notice: Signal<Notice | null>;
  /** What to say of a run at a place, after a failure. */
  readonly noticeOf: (failure: RunnerError, place: RunPlace) => Notice;
  /** Opens a run, and tells what became of it in the notice. */
  readonly open: (plan: RunPlan) => Promise<boolean>;
  /** Goes on in the browser with a run that a server computed: it is the same run. */
  readonly continueHere: (place: RunPlace) => Promise<boolean>;
  /** To the first screen. */
  readonly leave: () => void;
}

/**
 * Keeps the address and the page together: the address holds the run that is shown, a link opens its run, the back
 * button leads from a run to the first screen, and a page that is loaded again goes on where it was.
 *
 * @param showsRun whether the run is shown, not the first screen; written as the address says
 * @param onPlan told of each run that the address or a notice opens
 */
export function useVisit(showsRun: Signal<boolean>, onPlan: (plan: RunPlan) => void): Visit {
  const run = useRun();
  const notice = useSignal<Notice | null>(null);
  /** Counts what was asked for: what was left before it was ready is not shown after all. */
  const wish = useRef(0);

  const settle = (isOpen: boolean, place: RunPlace): boolean => {
    const failure = run.failure.peek();
    if (isOpen) {
      notice.value = null;
      showsRun.value = true;
      onPlan(place);
      if (run.engine.peek() === 'server') prepareLocalRunner();
    } else if (failure !== null) {
      notice.value = noticeFor(failure, place);
    }
    return isOpen;
  };
  const noticeFor = (failure: RunnerError, place: RunPlace) =>
    noticeOf(failure, {
      runAnew: () => void open({ ...place, configuration: withoutVersions(place.configuration) }),
      computeAgain: () => void open(place),
      computeHere: () => void continueHere(place),
    });
  const fulfil = async (opening: () => Promise<boolean>, place: RunPlace) => {
    const mine = ++wish.current;
    const isOpen = await opening();
    if (mine === wish.current) return settle(isOpen, place);
    if (!showsRun.peek()) void run.pause();
    return false;
  };
  const open = ({ configuration, pace }: RunPlan) =>
    fulfil(() => run.open(configuration, pace), {
      configuration,
      pace,
      step: 0,
      state: 'running',
      session: null,
    });
  const resume = (place: RunPlace) => fulfil(() => run.resume(place), place);
  const continueHere = (place: RunPlace) => {
    run.changeRunner(startLocalRunner());
    // A run that its server has lost is taken for failed, and can go on.
    return resume(place.state === 'failed' ? { ...place, state: 'running' } : place);
  };

  /** Does what the address says. */
  const follow = async (isReload: boolean) => {
    const link = readRunLink(location.hash);
    if (link.kind === 'run') {
      if (showsLinkedRun(run.place(), location.hash)) {
        showsRun.value = true;
        return;
      }
      const left = isReload ? leftRun(location.hash) : null;
      if (left === null) {
        await open(link.plan);
        return;
      }
      // The browser was computing it: no server has it.
      if (left.session === null && run.engine.peek() === 'server') run.changeRunner(startLocalRunner());
      await resume(placeOf(link.plan, left));
      return;
    }
    if (link.kind === 'damaged') notice.value = { text: link.message, choices: [] };
    wish.current++;
    if (run.state.peek() === 'running') void run.pause();
    showsRun.value = false;
  };

  useEffect(() => {
    void follow(true);
    const followChange = () => void follow(false);
    const keep = () => {
      const place = run.place();
      if (place === null || !showsRun.peek()) return;
      const { pace, step, state, session } = place;
      keepLeftRun({ link: location.hash, pace, step, state, session });
    };
    addEventListener('hashchange', followChange);
    addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keep);
    return () => {
      removeEventListener('hashchange', followChange);
      removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keep);
    };
  }, []);

  useSignalEffect(() => {
    const prepared = run.prepared.value;
    if (prepared === null || !showsRun.value) return;
    const hash = runLink(prepared.configuration, run.pace.peek());
    if (showsLinkedRun(run.place(), location.hash)) return;
    // From run to run the back button still leads to the first screen.
    if (readRunLink(location.hash).kind === 'run') history.replaceState(null, '', hash);
    else history.pushState(null, '', hash);
  });

  const leave = () => {
    notice.value = null;
    history.pushState(null, '', location.pathname + location.search);
    void follow(false);
  };
  return { notice, noticeOf: noticeFor, open, continueHere, leave };
}

/** Whether a link leads to the run that is there, at whatever pace. */
function showsLinkedRun(place: RunPlace | null, hash: string): boolean {
  const link = readRunLink(hash);
  if (place === null || link.kind !== 'run') return false;
  // Resolved on both sides, but for a link that somebody has written by hand.
  const entries = ({ configuration }: RunPlan) => JSON.stringify(Object.entries(configuration).sort());
  return entries(place) === entries(link.plan);
}
