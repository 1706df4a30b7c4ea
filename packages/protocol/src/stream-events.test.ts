import { describe, expect, test } from '@jest/globals';
import { sessionStatus } from './session-status.ts';
import { completeEvent, progressEvent, STREAM_EVENTS } from './stream-events.ts';

const COUNTERS = ['accepted_moves', 'rejected_moves', 'invalid_moves', 'disconnected_moves'];

describe('the data of the stream and of status have the fields of the contract', () => {
  test.each([
    [
      'progress',
      progressEvent,
      [
        'step',
        'total_steps',
        'cycle',
        'temperature',
        'current_energy',
        'best_energy',
        'best_smiles',
        'best_svg',
      ].concat(COUNTERS, ['is_complete', 'current_smiles', 'accepted', 'component_scores']),
    ],
    [
      'complete',
      completeEvent,
      ['step', 'total_steps', 'best_energy', 'best_smiles', 'best_svg'].concat(COUNTERS),
    ],
    ['waiting', STREAM_EVENTS.waiting, ['session_state', 'message']],
    ['error', STREAM_EVENTS.error, ['error', 'code']],
    [
      'status',
      sessionStatus,
      [
        'session_id',
        'session_state',
        'step',
        'total_steps',
        'cycle',
        'current_energy',
        'best_energy',
        'best_smiles',
      ]
        .concat(['best_svg', 'temperature'], COUNTERS)
        .concat(['is_complete', 'current_smiles', 'steps_per_second', 'component_scores', 'failure'])
        .concat(['algorithm_version', 'configuration', 'isomers_found', 'slices', 'viewer_id']),
    ],
  ])('%s', (_, schema, fields) => {
    expect(Object.keys(schema.shape).sort()).toEqual(fields.sort());
  });

  test('best_svg may be absent from an event and not from status', () => {
    expect(progressEvent.shape.best_svg.safeParse(undefined).success).toBe(true);
    expect(completeEvent.shape.best_svg.safeParse(undefined).success).toBe(true);
    expect(sessionStatus.shape.best_svg.safeParse(undefined).success).toBe(false);
  });

  test('a score is never infinite, and a step never negative or broken', () => {
    expect(progressEvent.shape.current_energy.safeParse(Number.POSITIVE_INFINITY).success).toBe(false);
    expect(progressEvent.shape.step.safeParse(-1).success).toBe(false);
    expect(progressEvent.shape.step.safeParse(0.5).success).toBe(false);
  });
});
