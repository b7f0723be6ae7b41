import type { EndedFetch } from '../carriers/background-fetch/collect.ts';
import type { Happening } from '../core/queue/event.ts';
import type { QueueItem } from '../core/queue/item.ts';
import type { Ports } from './ports.ts';

/** Brings something that happened to its item. Resolves when that is on disk, and what it asks for is done. */
export type Tell = (item: QueueItem, happening: Happening) => Promise<unknown>;

/** What effects are performed with. */
export interface Hands {
  readonly ports: Ports;
  /** Background Fetches whose event is being handled: their records can be read until it settles. */
  readonly ends: ReadonlyMap<string, EndedFetch>;
  readonly tell: Tell;
  /** Holds the whole queue, and tells the user why; nothing where it is held already. */
  readonly holdForRoom: () => Promise<void>;
}
