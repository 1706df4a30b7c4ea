import { describe, expect, test } from '@jest/globals';
import { completeEvent, errorEvent, formatEventId, progressEvent, waitingEvent } from '@webfaulon/protocol';
import { temperatureAt } from '@webfaulon/sa-core';
import fc from 'fast-check';
import { AnnealingSession } from '../sessions/annealing-session.ts';
import type { StepRecord } from '../sessions/step-record.ts';
import { ManualSlicer, resolved } from '../testing/manual-slicer.ts';
import { IDENTITY } from '../testing/owners.ts';
import { commentText, completeText, errorText, progressText, waitingText } from './event-text.ts';

const configuration = resolved();
const session = new AnnealingSession(IDENTITY, configuration, 100, new ManualSlicer(), () => 0);
const depiction = { smiles: 'c1ccccc1', svg: '<svg title="&lt;benzene&gt;"></svg>' };

function recordOf(step: number): StepRecord {
  return {
    step,
    accepted: true,
    current_energy: 35,
    best_energy: 28.5,
    accepted_moves: 1,
    rejected_moves: 2,
    invalid_moves: 3,
    disconnected_moves: 4,
    component_scores: [35],
    current_smiles: 'CCCCCC',
    best_isomer: 'CC(C)(C)CC',
  };
}

/** Reads one event as the specification of EventSource says, and nothing but one event. */
function parse(text: string) {
  expect(text.endsWith('\n\n')).toBe(true);
  const lines = text.slice(0, -2).split('\n');
  const fields = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
  expect(fields.size).toBe(lines.length);
  const data: unknown = JSON.parse(fields.get('data') ?? 'null');
  return { event: fields.get('event'), id: fields.get('id'), data, names: [...fields.keys()] };
}

describe('a progress event', () => {
  test('has the id of its step and tells everything that the contract names', () => {
    const { event, id, data } = parse(progressText(session, recordOf(11), depiction, true));
    expect([event, id]).toEqual(['progress', '11']);
    expect(progressEvent.parse(data)).toEqual(data);
    expect(data).toEqual({
      step: 11,
      total_steps: 20,
      cycle: 2,
      temperature: temperatureAt(configuration, 10),
      current_energy: 35,
      best_energy: 28.5,
      best_smiles: depiction.smiles,
      best_svg: depiction.svg,
      accepted_moves: 1,
      rejected_moves: 2,
      invalid_moves: 3,
      disconnected_moves: 4,
      is_complete: false,
      current_smiles: 'CCCCCC',
      accepted: true,
      component_scores: { wiener_index: 35 },
    });
  });

  test('tells that the last step is the last', () => {
    expect(parse(progressText(session, recordOf(20), depiction, true)).data).toMatchObject({
      is_complete: true,
    });
    expect(parse(progressText(session, recordOf(19), depiction, true)).data).toMatchObject({
      is_complete: false,
    });
  });

  test('leaves the drawing out on request, and nothing else', () => {
    const { best_svg, ...rest } = parse(progressText(session, recordOf(3), depiction, true)).data as {
      best_svg: string;
    };
    expect(best_svg).toBe(depiction.svg);
    expect(parse(progressText(session, recordOf(3), depiction, false)).data).toEqual(rest);
  });

  test('any text within it comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (smiles, svg) => {
        const { data, names } = parse(progressText(session, recordOf(1), { smiles, svg }, true));
        expect(names).toEqual(['event', 'id', 'data']);
        const text = JSON.stringify({ best_smiles: smiles, best_svg: svg });
        expect(data).toMatchObject(JSON.parse(text) as object);
      }),
    );
  });
});

test('ids name the run after a reset', () => {
  const again = new AnnealingSession(IDENTITY, configuration, 100, new ManualSlicer(), () => 0);
  again.reset();
  again.reset();
  expect(parse(progressText(again, recordOf(17), depiction, true)).id).toBe('17-r2');
  const { id } = parse(completeText(again, recordOf(20), depiction, true));
  expect(id).toBe(formatEventId({ step: 20, run: 2, complete: true }));
  expect(id).toBe('20-r2-complete');
});

test('a complete event has an id of its own and tells the outcome', () => {
  const { event, id, data } = parse(completeText(session, recordOf(20), depiction, true));
  expect([event, id]).toEqual(['complete', '20-complete']);
  expect(completeEvent.parse(data)).toEqual(data);
  expect(data).toEqual({
    step: 20,
    total_steps: 20,
    best_energy: 28.5,
    best_smiles: depiction.smiles,
    best_svg: depiction.svg,
    accepted_moves: 1,
    rejected_moves: 2,
    invalid_moves: 3,
    disconnected_moves: 4,
  });
  expect(parse(completeText(session, recordOf(20), depiction, false)).data).not.toHaveProperty('best_svg');
});

test.each(['idle', 'paused'] as const)('waiting tells that the session is %s, without an id', (state) => {
  const { event, id, data } = parse(waitingText(state));
  expect([event, id]).toEqual(['waiting', undefined]);
  expect(waitingEvent.parse(data)).toEqual({ session_state: state, message: `Session is ${state}` });
});

test('an error has no id either, so that a reconnect goes on after the last step', () => {
  const error = { error: 'The run failed.', code: 'session_failed' };
  const { event, id, data } = parse(errorText(error));
  expect([event, id]).toEqual(['error', undefined]);
  expect(errorEvent.parse(data)).toEqual(error);
});

test('a comment is a line that clients ignore', () => {
  expect(commentText('skipped 12')).toBe(': skipped 12\n\n');
});
