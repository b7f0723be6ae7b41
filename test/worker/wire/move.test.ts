import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ControlAsk } from '../../../src/messages/protocol.ts';
import type { ListedItem } from '../../../src/messages/listing.ts';
import { Refusal } from '../../../src/messages/refusal.ts';
import { World } from '../../fakes/world.ts';

interface Queue {
  readonly world: World;
  /** By the letter of the file. */
  readonly ids: ReadonlyMap<string, string>;
}

/** a and b are of high priority, the others of normal; in the order of the queue they stand c d a b e. */
async function queue(): Promise<Queue> {
  const world = new World();
  const links = Array.from('cdabe').map(name => ({
    url: `https://files.test/${name}`,
    priority: name === 'a' || name === 'b' ? 'high' : 'normal',
  }));
  const { answer } = await world.insist('enqueue', { links, paused: true });
  const ids = (answer as { ids: string[] }).ids;
  return { world, ids: new Map(Array.from('cdabe').map((name, index) => [name, ids[index] ?? ''])) };
}

function idOf({ ids }: Queue, name: string): string {
  return ids.get(name) ?? name;
}

type Beside = Pick<ControlAsk, 'before' | 'after' | 'priority'>;

async function move(all: Queue, names: string, beside: Beside): Promise<string> {
  const named = Object.entries(beside).map(([key, value]) => [key, key === 'priority' ? value : namedId(all, value)]);
  await all.world
    .worker()
    .handlers.control(
      { ids: [...names].map(name => idOf(all, name)), action: 'move', ...Object.fromEntries(named) },
      {},
    );
  return walked(all);
}

function namedId(all: Queue, name: string | null): string | null {
  return name === null ? null : idOf(all, name);
}

/** The letters as the queue is walked: by priority, which is told by a capital, then by order. */
async function walked({ world }: Queue): Promise<string> {
  const { answer } = await world.insist('list', {});
  const { items } = answer as { items: ListedItem[] };
  const letters = items.map(({ url, priority }) => {
    const letter = url.slice(-1);
    return priority === 'high' ? letter.toUpperCase() : letter;
  });
  return [...letters.filter(each => each < 'a'), ...letters.filter(each => each >= 'a')].join('');
}

test('several items are put before another one, or behind it, in the order that they have', async () => {
  const all = await queue();
  assert.equal(await walked(all), 'ABcde');
  assert.equal(await move(all, 'ed', { before: 'c' }), 'ABdec');
  assert.equal(await move(all, 'ed', { after: 'c' }), 'ABcde');
  assert.equal(await move(all, 'c', { after: 'd' }), 'ABdce');
});

test('before nothing is the end, behind nothing the beginning', async () => {
  const all = await queue();
  assert.equal(await move(all, 'c', { before: null }), 'ABdec');
  assert.equal(await move(all, 'b', { after: null }), 'BAdec');
});

test('with a priority they take it in the same write, and those of several are sorted by it first', async () => {
  const all = await queue();
  assert.equal(await move(all, 'ce', { after: 'a', priority: 'high' }), 'ACEBd');
  // b is behind a in the order of the queue, and high, so that it comes first.
  assert.equal(await move(all, 'db', { before: 'e', priority: 'high' }), 'ACBDE');
  assert.equal(await move(all, 'a', { after: 'd', priority: 'normal' }), 'CBDEa');
});

test('one that moves itself is no hindrance to the others', async () => {
  const all = await queue();
  assert.equal(await move(all, 'cd', { before: 'd' }), 'ABcde');
  assert.equal(await move(all, 'ce', { after: 'c' }), 'ABced');
});

test('what makes no sense is refused, and nothing is moved', async () => {
  const all = await queue();
  const refuses = async (beside: object, code: string): Promise<void> => {
    const error = await move(all, 'c', beside as Beside).catch((fault: unknown) => fault);
    assert.ok(error instanceof Refusal, JSON.stringify(beside));
    assert.equal(error.code, code);
  };
  await refuses({ before: 'e', after: 'd' }, 'bad-ask');
  await refuses({ after: 'z' }, 'unknown-item');
  await refuses({}, 'unknown-item');
  await refuses({ before: 'e', priority: 'urgent' }, 'bad-ask');
  assert.equal(await walked(all), 'ABcde');
});
