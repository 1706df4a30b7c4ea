import { type ApiClient, createApiClient } from '@webfaulon/client';
import { coarseStride, PER_STEP_MAX_PACE } from '@webfaulon/protocol/coarse-grid';
import { LoadError } from '../errors.ts';
import { httpFetch } from './http-fetch.ts';

const FORMULA = 'C10H16';

/** A session that the load has configured. */
export interface LoadSession {
  readonly id: string;
  readonly api: ApiClient;
  readonly cookies: Map<string, string>;
}

export interface FleetOptions {
  readonly baseUrl: string;
  /** null: as fast as possible. */
  readonly pace: number | null;
  readonly totalSteps: number;
}

/** Sessions of the same formula, each with a seed of its own, and each asked for by a client of its own. */
export class SessionFleet {
  readonly sessions: LoadSession[] = [];
  private readonly options: FleetOptions;
  private seed = 0;

  constructor(options: FleetOptions) {
    this.options = options;
  }

  /** The spacing of the events that a viewer of these sessions is sent. */
  get stride(): number {
    const { pace, totalSteps } = this.options;
    return pace !== null && pace <= PER_STEP_MAX_PACE ? 1 : coarseStride(totalSteps);
  }

  /** @throws {LoadError} if the server refuses it */
  async configure(): Promise<LoadSession> {
    const { baseUrl, pace, totalSteps } = this.options;
    const cookies = new Map<string, string>();
    const api = createApiClient({ baseUrl, fetch: httpFetch({ cookies }) });
    const request = {
      formula: FORMULA,
      seed: ++this.seed,
      steps_per_cycle: totalSteps,
      num_cycles: 1,
      steps_per_second: pace,
    };
    try {
      const { session_id: id } = await api.configure(request);
      return { id, api, cookies };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new LoadError('sessions_refused', `The server refused session ${this.seed}: ${reason}`, error);
    }
  }

  async add(): Promise<LoadSession> {
    const session = await this.configure();
    this.sessions.push(session);
    return session;
  }
}
