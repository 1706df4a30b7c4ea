import { describe, expect, test } from '@jest/globals';
import { SA_CORE_ERRORS } from '@webfaulon/sa-core';
import { isConfigurationErrorCode, isProblemCode, PROBLEMS, problemType } from './problems.ts';

describe('the catalogue of problems', () => {
  test.each([
    ['invalid_json', 400],
    ['session_already_running', 400],
    ['session_already_complete', 400],
    ['session_not_running', 400],
    ['session_failed', 400],
    ['malformed_request', 400],
    ['viewer_only', 403],
    ['origin_not_allowed', 403],
    ['host_not_allowed', 403],
    ['session_not_found', 404],
    ['route_not_found', 404],
    ['method_not_allowed', 405],
    ['request_timeout', 408],
    ['precondition_failed', 412],
    ['body_too_large', 413],
    ['unsupported_media_type', 415],
    ['validation_failed', 422],
    ['cap_exceeded', 422],
    ['too_many_requests', 429],
    ['too_many_sessions', 429],
    ['too_many_streams', 429],
    ['too_many_classes', 429],
    ['headers_too_large', 431],
    ['internal_error', 500],
    ['server_full', 503],
    ['shutting_down', 503],
    ['not_ready', 503],
  ] as const)('answers %s with %i', (code, status) => {
    expect(PROBLEMS[code].status).toBe(status);
  });

  test.each([
    ['session_already_running', 'Session already running'],
    ['session_already_complete', 'Session already complete'],
    ['session_not_running', 'Session not running'],
    ['session_not_found', 'Session not found or expired'],
  ] as const)('keeps the words that existing clients know for %s', (code, title) => {
    expect(PROBLEMS[code].title).toBe(title);
  });

  test('has everything of sa-core that a configuration can cause, as 422 and in its words', () => {
    const internal = [
      'checkpoint_invalid',
      'checkpoint_foreign',
      'component_invalid',
      'component_module',
      'isomers_over_limit',
      'run_failed',
      'score_unasked',
      'worker_failed',
    ];
    for (const [code, text] of Object.entries(SA_CORE_ERRORS)) {
      expect(isProblemCode(code)).toBe(!internal.includes(code));
      if (isProblemCode(code)) {
        expect(PROBLEMS[code].status).toBe(422);
        expect(PROBLEMS[code].description).toContain(text);
      }
    }
    expect(isConfigurationErrorCode('formula_hydrogen_parity')).toBe(true);
    expect(isConfigurationErrorCode('checkpoint_invalid')).toBe(false);
  });

  test('says of each what it is, and what it means in whole sentences', () => {
    for (const { title, description } of Object.values(PROBLEMS)) {
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(description).toMatch(/^[A-Z].{20,}\.$/);
    }
  });

  test('has no code from a prototype', () => {
    for (const code of ['constructor', 'toString', '__proto__']) expect(isProblemCode(code)).toBe(false);
  });

  test('gives each a stable type', () => {
    expect(problemType('server_full')).toBe('urn:webfaulon:problem:server_full');
  });
});
