import type { AnnealingPool } from '../annealing/annealing-pool.ts';
import type { DepictionPool } from '../annealing/depiction-pool.ts';
import type { ClassRegistry } from '../classes/class-registry.ts';
import type { ClientCookies } from '../clients/client-cookies.ts';
import type { StreamAllowance } from '../clients/stream-allowance.ts';
import type { ServerConfiguration } from '../config.ts';
import type { ServerMetrics } from '../metrics/server-metrics.ts';
import type { IsomerSearches } from '../sessions/isomer-search.ts';
import type { SessionRegistry } from '../sessions/session-registry.ts';
import type { StreamHub } from '../streaming/stream-hub.ts';

/** What the routes work with: made once, by whoever composes the server. */
export interface Services {
  readonly configuration: ServerConfiguration;
  readonly version: string;
  readonly pool: AnnealingPool;
  readonly depictions: DepictionPool;
  readonly registry: SessionRegistry;
  readonly streams: StreamHub;
  readonly isomerSearches: IsomerSearches;
  readonly classes: ClassRegistry;
  readonly clientCookies: ClientCookies;
  readonly streamAllowance: StreamAllowance;
  readonly metrics: ServerMetrics;
  /** Whether the server has begun to stop. */
  readonly isStopping: () => boolean;
}
