import { afterAll, expect, test } from '@jest/globals';
import { KillCampaign } from '../testing/kill-campaign.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../testing/temporary-directory.ts';
import { extent } from './extent.ts';

const ROUNDS = extent(50, 4);
const SESSIONS_AT_ONCE = 20;

afterAll(removeTemporaryDirectories);

test(`${ROUNDS} rounds of kill -9 under load lose no session and no step, repeat none and contradict none`, async () => {
  const campaign = new KillCampaign(temporaryDirectory(), 6, SESSIONS_AT_ONCE);
  await campaign.run(ROUNDS);
  expect(campaign.faults).toEqual([]);
  expect(campaign.sessions).toBeGreaterThanOrEqual(SESSIONS_AT_ONCE);
});
