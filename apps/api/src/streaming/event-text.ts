import {
  type CompleteEvent,
  cycleOf,
  type ErrorEvent,
  formatEventId,
  type ProgressEvent,
  type WaitingEvent,
} from '@webfaulon/protocol';
import { temperatureAt } from '@webfaulon/sa-core';
import { createEventBuffer } from 'better-sse';
import type { Depiction } from '../annealing/depict.worker.ts';
import type { AnnealingSession } from '../sessions/annealing-session.ts';
import { componentScores } from '../sessions/component-scores.ts';
import type { StepRecord } from '../sessions/step-record.ts';

/** One for all events, as each text is taken out of it at once. JSON has no line breaks and ids neither, so nothing needs to be sanitised. */
const BUFFER = createEventBuffer({ sanitizer: (text: string) => text });

export function progressText(
  session: AnnealingSession,
  record: StepRecord,
  depiction: Depiction,
  withSvg: boolean,
): string {
  const { configuration, lastStep, totalSteps, run } = session;
  const { step } = record;
  const data: ProgressEvent = {
    step,
    total_steps: totalSteps,
    cycle: cycleOf(step, configuration.steps_per_cycle),
    temperature: temperatureAt(configuration, step - 1),
    current_energy: record.current_energy,
    best_energy: record.best_energy,
    best_smiles: depiction.smiles,
    ...(withSvg ? { best_svg: depiction.svg } : {}),
    accepted_moves: record.accepted_moves,
    rejected_moves: record.rejected_moves,
    invalid_moves: record.invalid_moves,
    disconnected_moves: record.disconnected_moves,
    is_complete: step === lastStep,
    current_smiles: record.current_smiles,
    accepted: record.accepted,
    component_scores: componentScores(configuration, record),
  };
  return eventText('progress', data, formatEventId({ step, run, complete: false }));
}

export function completeText(
  session: AnnealingSession,
  last: StepRecord,
  depiction: Depiction,
  withSvg: boolean,
): string {
  const data: CompleteEvent = {
    step: last.step,
    total_steps: session.totalSteps,
    best_energy: last.best_energy,
    best_smiles: depiction.smiles,
    ...(withSvg ? { best_svg: depiction.svg } : {}),
    accepted_moves: last.accepted_moves,
    rejected_moves: last.rejected_moves,
    invalid_moves: last.invalid_moves,
    disconnected_moves: last.disconnected_moves,
  };
  return eventText('complete', data, formatEventId({ step: last.step, run: session.run, complete: true }));
}

/** Sent to every viewer that waits, each second. */
const WAITING = { idle: writeWaiting('idle'), paused: writeWaiting('paused') };

export function waitingText(state: 'idle' | 'paused'): string {
  return WAITING[state];
}

export function errorText(error: ErrorEvent): string {
  return eventText('error', error);
}

export function commentText(comment: string): string {
  return BUFFER.clear().comment(` ${comment}`).dispatch().read();
}

function writeWaiting(state: 'idle' | 'paused'): string {
  const data: WaitingEvent = { session_state: state, message: `Session is ${state}` };
  return eventText('waiting', data);
}

function eventText(name: string, data: object, id?: string): string {
  BUFFER.clear().event(name);
  if (id !== undefined) BUFFER.id(id);
  return BUFFER.data(data).dispatch().read();
}
