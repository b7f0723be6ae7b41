import assert from 'node:assert/strict';
import type { ItemIn, QueueItem } from '../../src/core/queue/item.ts';
import { downloadIdOf, unansweredOf } from '../../src/core/queue/item-jobs.ts';
import type { ArrivedFile } from '../fakes/download-entry.ts';
import type { World } from '../fakes/world.ts';
import type { Taken } from './take-step.ts';

/** The account of the files: each is of one item that is done, and each item that is done has one. */
export class Arrivals {
  /** How often the user took an item away or wanted it anew, by the file's name: it may have been there already. */
  private readonly takenAway = new Map<string, number>();

  /** `items`: how they are after the step. */
  note({ step, named }: Taken, items: readonly QueueItem[]): void {
    const after = new Map(items.map(item => [item.id, item]));
    const isTaken = (item: QueueItem): boolean => {
      if (step.do !== 'control') return step.do === 'clear-finished';
      return (
        step.action === 'remove' ||
        step.action === 'cancel' ||
        (step.action === 'retry' && wasDone(item, after.get(item.id)))
      );
    };
    for (const { url } of named.filter(isTaken))
      this.takenAway.set(nameOf(url), (this.takenAway.get(nameOf(url)) ?? 0) + 1);
  }

  check({ browser }: World): void {
    const items = browser.store.all();
    const { files } = browser.downloads;
    const claims = new Map<number, QueueItem>();
    for (const item of items.filter((each): each is ItemIn<'done'> => each.status === 'done')) {
      const file = files.find(({ id }) => id === item.downloadId);
      assert.ok(file !== undefined && baseOf(file) === nameOf(item.url), `${item.id} is done without its file`);
      assert.equal(claims.get(item.downloadId)?.id, undefined, `${item.id} has the file of another`);
      claims.set(item.downloadId, item);
    }
    const open = new Set(items.map(downloadIdOf));
    const surplus = files.filter(({ id }) => !claims.has(id) && !open.has(id)).map(baseOf);
    for (const name of new Set(surplus)) {
      const count = surplus.filter(each => each === name).length;
      // The answer to what was asked for is there, and waits for the item to go on.
      const awaited = items.filter(item => isAwaited(item) && nameOf(item.url) === name).length;
      const allowed = (this.takenAway.get(name) ?? 0) + awaited;
      assert.ok(count <= allowed, `${name} has come ${count} times too often`);
    }
  }
}

function isAwaited(item: QueueItem): boolean {
  return item.status !== 'starting' && unansweredOf(item) !== null;
}

/** The item was done when it was wanted anew: a worker that was born for that may have noticed only then. */
function wasDone(before: QueueItem, after: QueueItem | undefined): boolean {
  if (before.status === 'done' || after === undefined) return before.status === 'done';
  const retries = ({ log }: QueueItem): number => log.filter(({ what }) => what === 'retried').length;
  const last = after.log.findLastIndex(({ what }) => what === 'retried');
  return retries(after) > retries(before) && after.log[last - 1]?.what === 'done';
}

/** The name that a file of this URL gets. */
export function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

/** Of two that take the same free name at the same moment the browser numbers one once more. */
function baseOf({ path }: ArrivedFile): string {
  return path.replace('/downloads/', '').replace(/( \(\d+\))+/, '');
}
