import { describe, expect, it } from '@jest/globals';
import type { DrawnMolecule, DrawRequest } from './draw-request.ts';
import { Drawings, type DrawingWorker } from './drawings.ts';

/** Answers when told to, with the SMILES in place of a picture. */
function heldWorker() {
  const requests: DrawRequest[] = [];
  let take: (drawn: DrawnMolecule) => void = () => {};
  const worker: DrawingWorker = {
    draw: (request) => requests.push(request),
    listen: (listener) => {
      take = listener;
    },
  };
  const answer = () => {
    for (const request of requests.splice(0))
      take({ request, svg: 'smiles' in request ? request.smiles : '' });
  };
  return { worker, requests, answer };
}

describe('drawings', () => {
  it('start no worker before the first is asked for', () => {
    let started = 0;
    const { worker } = heldWorker();
    const drawings = new Drawings(() => {
      started++;
      return worker;
    });
    expect(started).toBe(0);
    void drawings.draw({ smiles: 'CC' });
    void drawings.draw({ smiles: 'CCC' });
    expect(started).toBe(1);
  });

  it('are drawn once, whoever asks', async () => {
    const { worker, requests, answer } = heldWorker();
    const drawings = new Drawings(() => worker);
    const both = [drawings.draw({ smiles: 'CC' }), drawings.draw({ smiles: 'CC' })];
    expect(requests).toHaveLength(1);
    answer();
    expect(await Promise.all(both)).toEqual(['CC', 'CC']);
    expect(drawings.remembered({ smiles: 'CC' })).toBe('CC');
    expect(await drawings.draw({ smiles: 'CC' })).toBe('CC');
    expect(requests).toHaveLength(0);
  });

  it('with ids of another prefix are another drawing', () => {
    const { worker, requests } = heldWorker();
    const drawings = new Drawings(() => worker);
    void drawings.draw({ smiles: 'CC' });
    void drawings.draw({ smiles: 'CC', idPrefix: 'a' });
    expect(requests).toHaveLength(2);
  });

  it('are forgotten once there are too many, the one unused the longest first', () => {
    const { worker, answer } = heldWorker();
    const drawings = new Drawings(() => worker);
    for (let i = 0; i < 300; i++) void drawings.draw({ smiles: `${i}` });
    answer();
    expect(drawings.remembered({ smiles: '0' })).toBe('0');
    void drawings.draw({ smiles: 'one more' });
    answer();
    expect(drawings.remembered({ smiles: '0' })).toBe('0');
    expect(drawings.remembered({ smiles: '1' })).toBeUndefined();
  });
});
