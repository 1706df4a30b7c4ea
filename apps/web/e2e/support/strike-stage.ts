import type { StageParts } from './stage.ts';

/** Ends what raise-stage.ts has started. */
export default async function strikeStage(): Promise<void> {
  const { stageParts } = globalThis as { stageParts?: StageParts };
  await Promise.all([stageParts?.browser.close(), stageParts?.server.kill(), stageParts?.staticHost.close()]);
}
