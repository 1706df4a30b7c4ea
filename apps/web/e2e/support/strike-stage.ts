import type { StageEndings } from './stage.ts';

/** Ends what raise-stage.ts has started. */
export default async function strikeStage(): Promise<void> {
  const { stageEndings = [] } = globalThis as Partial<StageEndings>;
  await Promise.all(stageEndings.map((end) => end()));
}
