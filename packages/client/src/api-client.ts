import type {
  ClassBoard,
  ClassMember,
  ClassOpened,
  ClassRequest,
  ConfigureRequest,
  Health,
  ScoringComponents,
  SessionConfigured,
  SessionHistory,
  SessionIsomers,
  SessionPaced,
  SessionPaused,
  SessionReset,
  SessionStarted,
  SessionStatus,
  SessionStepped,
  StepExplanation,
} from '@webfaulon/protocol';
import { type ApiAddress, type CallOptions, type Query, requestJson, urlOf } from './request.ts';

/** Which part of a run, in steps, and at how many points at most. */
export interface HistoryWindow {
  readonly from?: number;
  readonly to?: number;
  readonly maxPoints?: number;
}

/** Which page of the isomers: `cursor` is the next_cursor of the page before. */
export interface IsomersPage {
  readonly cursor?: number;
  readonly limit?: number;
}

/** The routes of the API as functions: see {@link createApiClient}. */
export type ApiClient = ReturnType<typeof createApiClient>;

/**
 * The routes of the API as functions. Each takes a signal that aborts it, and rejects with
 * {@link ApiError} where the server refuses, with {@link ConnectionError} where it cannot be reached.
 */
export function createApiClient(address: ApiAddress = {}) {
  const get = <Answer>(path: string, options?: CallOptions, query?: Query) =>
    requestJson<Answer>(address, 'GET', urlOf(address, path, query), options);
  const post = <Answer>(path: string, options?: CallOptions, body?: unknown) =>
    requestJson<Answer>(address, 'POST', urlOf(address, path), options, body);
  return {
    configure: (request: ConfigureRequest, options?: CallOptions) =>
      post<SessionConfigured>('/api/sa/configure', options, request),
    start: (id: string, options?: CallOptions) => post<SessionStarted>(`${sessionPath(id)}/start`, options),
    pause: (id: string, options?: CallOptions) => post<SessionPaused>(`${sessionPath(id)}/pause`, options),
    reset: (id: string, options?: CallOptions) => post<SessionReset>(`${sessionPath(id)}/reset`, options),
    /** Plays so many steps (1 by default, 1000 at most), and answers once they are played. */
    step: (id: string, steps = 1, options?: CallOptions) =>
      post<SessionStepped>(`${sessionPath(id)}/step`, options, { steps }),
    /** @param stepsPerSecond the pace from now on; null for as fast as possible */
    setPace: (id: string, stepsPerSecond: number | null, options?: CallOptions) =>
      requestJson<SessionPaced>(address, 'PATCH', urlOf(address, sessionPath(id)), options, {
        steps_per_second: stepsPerSecond,
      }),
    remove: (id: string, options?: CallOptions) =>
      requestJson<undefined>(address, 'DELETE', urlOf(address, sessionPath(id)), options),
    status: (id: string, options?: CallOptions) => get<SessionStatus>(`${sessionPath(id)}/status`, options),
    history: (id: string, { from, to, maxPoints }: HistoryWindow = {}, options?: CallOptions) =>
      get<SessionHistory>(`${sessionPath(id)}/history`, options, { from, to, max_points: maxPoints }),
    isomers: (id: string, { cursor, limit }: IsomersPage = {}, options?: CallOptions) =>
      get<SessionIsomers>(`${sessionPath(id)}/isomers`, options, { cursor, limit }),
    explainStep: (id: string, step: number, options?: CallOptions) =>
      get<StepExplanation>(`${sessionPath(id)}/steps/${step}`, options),
    components: (options?: CallOptions) => get<ScoringComponents>('/api/sa/components', options),
    openClass: (request: ClassRequest, options?: CallOptions) =>
      post<ClassOpened>('/api/classes', options, request),
    /** Answers the run that is the member's part, with a seed of its own. */
    joinClass: (code: string, nickname?: string, options?: CallOptions) =>
      post<ClassMember>(`${classPath(code)}/members`, options, nickname === undefined ? {} : { nickname }),
    /** Tells how far the member's run was played; what it found is computed by the server. */
    reportToClass: (code: string, memberId: string, step: number, options?: CallOptions) =>
      post<undefined>(`${classPath(code)}/results`, options, { member_id: memberId, step }),
    classBoard: (code: string, { cursor, limit }: IsomersPage = {}, options?: CallOptions) =>
      get<ClassBoard>(classPath(code), options, { cursor, limit }),
    health: (options?: CallOptions) => get<Health>('/health', options),
  };
}

function sessionPath(id: string): string {
  return `/api/sa/${encodeURIComponent(id)}`;
}

function classPath(code: string): string {
  return `/api/classes/${encodeURIComponent(code)}`;
}
