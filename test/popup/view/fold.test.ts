import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Folded, fold, itemsToRead, membersToRead, sectionOf } from '../../../popup/view/fold.ts';
import { rowPlaces } from '../../../popup/view/row-places.ts';
import type { ListedItem } from '../../../src/messages/listing.ts';
import { counts, listedGroup, listedItem } from './listed-item.ts';

/** `'a g:b c'`: items by their ids, those of a group with its id before. */
function items(text: string): ListedItem[] {
  const words = text.split(' ').filter(word => word !== '');
  return words.map(word => {
    const [id = '', group] = word.split(':').toReversed();
    return listedItem({ id, group: group === undefined ? null : { id: group, title: '' } });
  });
}

/** The rows in one line; of a group its id and, behind it, the item that speaks for it. */
function line({ entries }: Folded): string {
  return entries
    .map(entry => (entry.kind === 'item' ? entry.item.id : `[${entry.group.id} ${entry.first?.id ?? '-'}]`))
    .join(' ');
}

test('a group stands with what moves as long as anything of it does', () => {
  assert.equal(sectionOf(listedGroup('g', { running: 1, queued: 5 })), 'running');
  assert.equal(sectionOf(listedGroup('g', { saving: 1, done: 5 })), 'running');
  assert.equal(sectionOf(listedGroup('g', { queued: 1, failed: 2 })), 'waiting');
  assert.equal(sectionOf(listedGroup('g', { paused: 3 })), 'waiting');
});

const running = listedGroup('g', { running: 1, queued: 2, done: 1, failed: 1 });
const waiting = listedGroup('h', { queued: 3 });

test('the items of a group under way are one row, where the first of them would stand', () => {
  const list = fold('waiting', items('a h:b c h:d g:e h:f i'), 7, [running, waiting], 40);
  assert.equal(line(list), 'a [h b] c i');
  assert.deepEqual([list.total, list.more], [4, 0]);
});

test('it stands in one section only, and its ended items stand in none', () => {
  assert.equal(line(fold('running', items('g:a b'), 2, [running], 40)), '[g a] b');
  assert.equal(line(fold('done', items('g:a b x:c'), 3, [running], 40)), 'b c');
  assert.equal(fold('done', items('g:a b x:c'), 3, [running], 40).total, 2);
  assert.equal(fold('failed', items('g:a'), 1, [running], 40).total, 0);
});

test('the items of a group that has ended are rows like others', () => {
  assert.equal(line(fold('done', items('g:a g:b'), 2, [], 40)), 'a b');
});

test('a group of which no item was read stands at the end', () => {
  assert.equal(line(fold('waiting', items('a b'), 5, [waiting], 40)), 'a b [h -]');
});

test('what is not shown is counted without what is folded', () => {
  const list = fold('waiting', items('a h:b h:c h:d e'), 10, [waiting], 1);
  assert.equal(line(list), 'a [h b]');
  assert.deepEqual([list.total, list.more], [8, 6]);
});

test('counts of another moment invent no rows', () => {
  const before = listedGroup('g', { queued: 1 });
  assert.equal(fold('running', items('g:a g:b c'), 3, [before], 40).more, 0);
  assert.equal(fold('running', items('c'), 1, [running], 40).more, 0);
});

test('as many items are read as are wanted beyond the folded ones', () => {
  const all = [waiting, running];
  assert.equal(itemsToRead('waiting', counts({}), all, 40), 0);
  assert.equal(itemsToRead('waiting', counts({ queued: 5 }), all, 40), 40, 'all are folded: for the places of groups');
  assert.equal(itemsToRead('waiting', counts({ queued: 30 }), all, 40), 40);
  assert.equal(itemsToRead('waiting', counts({ queued: 200 }), all, 40), 45);
  assert.equal(itemsToRead('waiting', counts({ queued: 42 }), all, 40), 42);
  const huge = listedGroup('g', { queued: 50_000 });
  assert.equal(itemsToRead('waiting', counts({ queued: 60_000 }), [huge], 40), 1040, 'not everything twice a second');
});

test('an open group is read until what is under way', () => {
  assert.equal(membersToRead(listedGroup('g', { queued: 5 }), 100), 5);
  assert.equal(membersToRead(listedGroup('g', { done: 300, running: 2, queued: 400 }), 100), 340);
  assert.equal(membersToRead(listedGroup('g', { done: 9000, queued: 400 }), 100), 1000);
  assert.equal(membersToRead(listedGroup('g', { done: 9000, queued: 400 }), 1100), 1100);
});

test('the rows of an open group follow it', () => {
  const [entry] = fold('waiting', items('h:a'), 3, [waiting], 40).entries;
  assert.ok(entry);
  assert.deepEqual(
    rowPlaces('waiting', entry, () => items('a b')),
    [
      { id: 'h', list: 'waiting' },
      { id: 'a', list: 'h' },
      { id: 'b', list: 'h' },
    ],
  );
});
