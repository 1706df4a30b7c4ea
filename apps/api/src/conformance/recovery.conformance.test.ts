import { afterEach, expect, test } from '@jest/globals';
import { KillCampaign } from '../testing/kill-campaign.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../testing/temporary-directory.ts';

afterEach(removeTemporaryDirectories);

test('after kill -9 every session is there, goes on, and its viewer sees the whole run, each step once', async () => {
  const campaign = new KillCampaign(temporaryDirectory(), 1, 8);
  await campaign.run(2);
  expect(campaign.faults).toEqual([]);
}, 60_000);
