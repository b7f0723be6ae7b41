import type { ListedItem } from '../../src/messages/listing.ts';
import { send } from '../../src/messages/send.ts';
import { rowOf } from './rows.ts';
import { order, selected } from './selection.ts';

/** Items of one answer. */
const PAGE = 1_000;

/** The selected lines from top to bottom. */
export function chosenLines(): readonly string[] {
  return order.value.filter(id => selected.value.has(id));
}

/** The ids of the items that are selected, and of those in groups that are; each once. */
export async function chosenIds(): Promise<string[]> {
  return idsOf(chosenLines());
}

/** The ids of the items of some lines: a group stands for all of its files. */
export async function idsOf(lines: readonly string[]): Promise<string[]> {
  const ids = await Promise.all(lines.map(async id => (rowOf(id) === null ? membersOf(id) : [id])));
  return [...new Set(ids.flat())];
}

async function membersOf(group: string): Promise<string[]> {
  return (await pagesOf(group)).map(({ id }) => id);
}

async function pagesOf(group: string): Promise<readonly ListedItem[]> {
  const items: ListedItem[] = [];
  for (;;) {
    const page = await send('worker', 'list', { group, offset: items.length, limit: PAGE });
    items.push(...page.items);
    if (page.items.length === 0 || items.length >= page.total) return items;
  }
}

/** What the worker says of some items, in the order asked; those that are gone are passed over. */
export async function readItems(ids: readonly string[]): Promise<readonly ListedItem[]> {
  const items: ListedItem[] = [];
  for (let start = 0; start < ids.length; start += PAGE)
    items.push(...(await send('worker', 'list', { ids: ids.slice(start, start + PAGE) })).items);
  return items;
}
