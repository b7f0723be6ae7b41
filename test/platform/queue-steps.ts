import * as fc from 'fast-check';
import { type Group, PRIORITIES, type Priority, type QueueItem } from '../../src/core/queue/item.ts';
import { keysAfter } from '../../src/core/queue/order.ts';
import { restored } from '../../src/core/queue/removal.ts';
import type { SiteGate } from '../../src/core/queue/site-gate.ts';
import type { ItemStore } from '../../src/worker/ports.ts';
import { itemIn, NOW, STAGE_NAMES, type StageName } from '../core/make-item.ts';
import type { QueueModel } from './queue-model.ts';

/** So few that places are shared now and then, as they are after an undo. */
export const PLACES = keysAfter(null, 9);
export const HOSTS = ['https://files.test', 'https://cdn.files.test', 'http://127.0.0.1:8080', 'https://me.github.io'];
const SITES = ['files.test', '127.0.0.1', 'me.github.io', 'nobody.test'];
export const GROUPS: readonly Group[] = [
  { id: 'a', title: 'First' },
  { id: 'b', title: 'Second' },
  { id: 'ab', title: 'First' },
];

interface Draft {
  readonly number: number;
  readonly stage: StageName;
  readonly place: number;
  readonly priority: Priority;
  readonly host: number;
  readonly group: number;
  readonly dueAt: number;
}

/** Something that happens to the queue. */
export type Step =
  | { readonly do: 'save'; readonly drafts: readonly Draft[]; readonly gates: readonly SiteGate[] }
  | { readonly do: 'add'; readonly drafts: readonly Draft[] }
  | { readonly do: 'move'; readonly number: number; readonly place: number }
  | { readonly do: 'remove'; readonly numbers: readonly number[]; readonly at: number }
  | { readonly do: 'restore'; readonly at: number }
  | { readonly do: 'forget'; readonly until: number }
  | { readonly do: 'open'; readonly sites: readonly string[] };

/** Plain objects, as what comes out of the database are. */
const PLAIN = { noNullPrototype: true };
const number = fc.nat({ max: 14 });
const at = fc.integer({ min: 1, max: 4 });
const drafts = fc.uniqueArray(
  fc.record<Draft>(
    {
      number,
      stage: fc.constantFrom(...STAGE_NAMES),
      place: fc.nat({ max: PLACES.length - 1 }),
      priority: fc.constantFrom(...PRIORITIES),
      host: fc.nat({ max: HOSTS.length - 1 }),
      group: fc.nat({ max: GROUPS.length }),
      dueAt: fc.integer({ min: NOW - 2, max: NOW + 4 }),
    },
    PLAIN,
  ),
  { selector: draft => draft.number, maxLength: 8 },
);
const gate = fc
  .record({ site: fc.constantFrom(...SITES), until: fc.integer({ min: NOW - 5, max: NOW + 5 }) }, PLAIN)
  .map(({ site, until }): SiteGate => ({ site, until, why: until % 2 === 0 ? 'retry-after' : 'delay' }));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('save'), drafts, gates: fc.array(gate, { maxLength: 3 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('add'), drafts }) },
  fc.record({ do: fc.constant('move'), number, place: fc.nat({ max: PLACES.length - 1 }) }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('remove'), numbers: fc.uniqueArray(number), at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restore'), at }) },
  fc.record({ do: fc.constant('forget'), until: at }),
  fc.record({ do: fc.constant('open'), sites: fc.uniqueArray(fc.constantFrom(...SITES)) }),
);

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(step, { minLength: 1, maxLength: 14 });

/** Does the step to both, and throws where they answer it differently. */
export async function take(step: Step, store: ItemStore, model: QueueModel): Promise<void> {
  switch (step.do) {
    case 'save': {
      // What was removed is never written again by the keeper: it looks first.
      const items = step.drafts.map(itemOf).filter(({ id }) => !model.removed.has(id));
      await store.save(items, step.gates);
      model.save(items, step.gates);
      break;
    }
    case 'add': {
      const items = step.drafts.map(itemOf).filter(({ id }) => !model.removed.has(id) && !model.items.has(id));
      await store.add(items);
      model.save(items, []);
      break;
    }
    case 'move': {
      const [item] = await store.get([idOf(step.number)]);
      if (item === undefined) break;
      const moved = { ...item, order: PLACES[step.place] ?? '' };
      await store.save([moved]);
      model.save([{ ...model.items.get(item.id), order: moved.order } as QueueItem], []);
      break;
    }
    case 'remove': {
      const ids = step.numbers.map(idOf);
      await store.remove(ids, step.at);
      model.remove(ids, step.at);
      break;
    }
    case 'restore': {
      const revive = (item: QueueItem): QueueItem => restored(item, NOW);
      const [count, expected] = [await store.restore(step.at, revive), model.restore(step.at, revive)];
      if (count !== expected) throw new Error(`${count} items were restored, and should be ${expected}`);
      break;
    }
    case 'forget':
      await store.forgetRemoved(step.until);
      model.forgetRemoved(step.until);
      break;
    case 'open':
      await store.openGates(step.sites);
      for (const site of step.sites) model.gates.delete(site);
  }
}

function idOf(number: number): string {
  return `n${number}`;
}

function itemOf({ number, stage, place, priority, host, group, dueAt }: Draft): QueueItem {
  const item = itemIn(stage, {
    id: idOf(number),
    url: `${HOSTS[host]}/dir/${number}.bin`,
    name: number % 5 === 0 ? `Wished ${number}.txt` : null,
    order: PLACES[place] ?? '',
    priority,
    group: GROUPS[group] ?? null,
  });
  if (item.status === 'waiting') return { ...item, dueAt };
  return item.status === 'done' ? { ...item, path: `/downloads/${number % 3}.zip`, bytes: place } : item;
}
