/** Addresses of what all end-to-end tests share. */
export interface Stage {
  /** Where tests connect to the browser. */
  readonly browser: string;
  /** The page as the server serves it. */
  readonly server: string;
  /** The page as static files, in a folder of a static host. */
  readonly staticHost: string;
}

/** How to end each part that was started; kept where the two hooks of Jest, and nothing else, meet. */
export interface StageEndings {
  readonly stageEndings: readonly (() => unknown)[];
}

/** Jest hands the environment on to its workers, and nothing else. */
export const STAGE_VARIABLE = 'WEBFAULON_E2E_STAGE';

export function stage(): Stage {
  const text = process.env[STAGE_VARIABLE];
  if (text === undefined) throw new Error('There is no stage: run this test by the e2e project of Jest.');
  return JSON.parse(text) as Stage;
}
