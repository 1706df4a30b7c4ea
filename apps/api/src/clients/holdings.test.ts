import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ownerNamed } from '../testing/owners.ts';
import { clientAt } from './client.ts';
import { Holdings } from './holdings.ts';

const LIMITS = { perClient: 3, perAddress: 5 };
const programAt = (address: string) => ({ client: clientAt(address).id, address });

test('whatever is taken and given back, nobody has more than they may, and nothing is left of those who have none', () => {
  const anyHolder = fc.constantFrom(
    ownerNamed('a', '192.0.2.1'),
    ownerNamed('b', '192.0.2.1'),
    ownerNamed('a', '192.0.2.2'),
    programAt('192.0.2.1'),
    programAt('192.0.2.2'),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(anyHolder, fc.boolean()), { maxLength: 80 }), (actions) => {
      const holdings = new Holdings(LIMITS);
      const held: (typeof actions)[number][0][] = [];
      for (const [holder, takes] of actions) {
        if (!takes) {
          const at = held.indexOf(holder);
          if (at >= 0) holdings.remove(...(held.splice(at, 1) as [typeof holder]));
          continue;
        }
        const own = held.filter(({ client }) => client === holder.client).length;
        const there = held.filter(({ address }) => address === holder.address).length;
        const isProgram = holder.client === clientAt(holder.address).id;
        const expected = !isProgram && own >= 3 ? 'client' : there >= 5 ? 'address' : undefined;
        expect(holdings.overdrawn(holder)).toBe(expected);
        if (expected !== undefined) continue;
        holdings.add(holder);
        held.push(holder);
      }
      for (const holder of held) holdings.remove(holder);
      for (const [{ client, address }] of actions) {
        expect([holdings.count(client), holdings.count(clientAt(address).id)]).toEqual([0, 0]);
      }
    }),
  );
});

test('programs without cookies count together, and with the browsers behind their address', () => {
  const holdings = new Holdings(LIMITS);
  for (let i = 0; i < 4; i++) holdings.add(programAt('192.0.2.1'));
  holdings.add(ownerNamed('a', '192.0.2.1'));
  expect(holdings.overdrawn(programAt('192.0.2.1'))).toBe('address');
  expect(holdings.overdrawn(ownerNamed('b', '192.0.2.1'))).toBe('address');
  expect(holdings.overdrawn(ownerNamed('b', '192.0.2.2'))).toBeUndefined();
});
