import { isNeeding } from '../core/queue/access.ts';
import { isLive, type QueueItem } from '../core/queue/item.ts';
import { downloadIdOf, isAsking, registrationId, urlAskedFor } from '../core/queue/item-jobs.ts';
import { type Change } from '../core/queue/change.ts';
import type { Effect } from '../core/queue/effect.ts';
import { isGathering } from '../core/queue/gather.ts';
import type { Happening } from '../core/queue/event.ts';
import { isOverwriting } from '../core/queue/placing.ts';
import { isStart, type Life } from './life.ts';
import type { Hands } from './hands.ts';
import { perform } from './perform.ts';
import { freePath, wishedPath } from './place.ts';
import type { NamedFile, UnnamedFile } from './downloads-port.ts';

/** What the driver works with; `report` and `wake` are the queue keeper's. */
export interface Around {
  readonly hands: Hands;
  readonly life: Life;
  /** Brings what happened to an item, and answers what becomes of it, on disk already. */
  readonly report: (sent: QueueItem, happening: Happening) => Promise<Change>;
  readonly wake: () => Promise<void>;
}

/** Asks of the browser what changes that are on disk want of it, and takes its answers. */
export interface Driver {
  carryOut(changes: readonly Change[]): Promise<void>;
  /** Performs what a change asks for, reports what came of it, performs what that asks for, to the end. */
  drive(change: Change): Promise<void>;
  downloadBegun(url: string): void;
  downloadChanged(downloadId: number): void;
  /** The browser has seen what the server says of a download of ours, and asks what to call it; null: as it likes. */
  nameDownload(file: UnnamedFile): Promise<NamedFile | null>;
}

export function createDriver({ hands, life, report, wake }: Around): Driver {
  const { underWay, asks } = life;

  async function carryOut(changes: readonly Change[]): Promise<void> {
    // The browser has been asked already, and the answer may be there.
    if (changes.some(({ item, effects }) => effects.length === 0 && isAsking(item))) void wake();
    // Its place is free again.
    if (changes.some(({ item }) => isNeeding(item))) void wake();
    await Promise.all(changes.map(drive));
  }

  async function drive(change: Change): Promise<void> {
    const { item, effects } = change;
    try {
      await performAll(item, effects);
    } catch (fault) {
      sweepSoon();
      throw fault;
    } finally {
      if (effects.some(isStart)) underWay.delete(registrationId(item));
    }
  }

  async function performAll(item: QueueItem, effects: readonly Effect[]): Promise<void> {
    const asked = asks.begin(item, effects);
    try {
      const outcomes = await Promise.all(effects.map(effect => perform(hands, item, effect)));
      if (effects.some(effect => effect.do === 'go-on')) void wake();
      if (outcomes.includes('unended')) sweepSoon();
      for (const outcome of outcomes) if (outcome !== null && outcome !== 'unended') await bring(item, outcome);
    } finally {
      asks.close(asked);
      // Whoever has its id by now is told of by the browser itself.
      if (asks.isEmpty) life.changedDownloads.clear();
    }
  }

  function sweepSoon(): void {
    life.noteFault();
    void wake();
  }

  async function bring(sent: QueueItem, happening: Happening): Promise<void> {
    const next = await report(sent, happening);
    await drive(next);
    // A place is free; or a download has ended before we knew which it was, and so its event told us nothing; or one
    // that may have been this is nobody's.
    const isNews = happening.type === 'started' && (life.isStrayNear || isChanged(happening.downloadId));
    if (!isLive(next.item) || isNews || isWaitedFor(sent, next.item)) void wake();
  }

  /** Others of its group go on when it is ready, or is asked about no longer; those that share its fetch are told then. */
  function isWaitedFor(sent: QueueItem, next: QueueItem): boolean {
    return sent.group !== null && (isGathering(next) || sent.status === 'starting');
  }

  function isChanged(downloadId: number | null): boolean {
    return downloadId !== null && life.changedDownloads.has(downloadId);
  }

  function downloadChanged(downloadId: number): void {
    if (!asks.isEmpty) life.changedDownloads.add(downloadId);
    void wake();
  }

  /** One that a dead worker has asked for is found, or ended, by the next round. */
  function downloadBegun(url: string): void {
    if (asks.of(url).length > 0) return;
    life.isStrayNear = true;
    void wake();
  }

  /** Of several that ask for the same the browser tells no difference: whichever is named gets a name of its own. */
  async function nameDownload(file: UnnamedFile): Promise<NamedFile | null> {
    const item = await askingFor(file);
    if (item === null) return null;
    const wished = await wishedPath(hands.ports, item, file);
    if (wished === null) return null;
    if (wished.placed !== null) await bring(item, { type: 'named', filename: wished.filename, placed: wished.placed });
    const ruled = wished.placed === null ? item : { ...item, ruled: wished.placed.ruled };
    const filename = await freePath(hands.ports, ruled, wished.filename, file.downloadId);
    return { filename, overwrites: isOverwriting(ruled) };
  }

  /** Its number may be known already, or not yet: the browser tells both at once. */
  async function askingFor({ downloadId, url }: UnnamedFile): Promise<QueueItem | null> {
    const ask = asks.of(url).find(({ isNamed }) => !isNamed);
    if (ask !== undefined) {
      ask.isNamed = true;
      return ask.item;
    }
    const live = await hands.ports.items.live();
    const own = live.find(item => downloadIdOf(item) === downloadId);
    // One that an earlier life has asked for, and whose number nobody has heard yet.
    return own ?? live.find(item => urlAskedFor(item) === url) ?? null;
  }

  return { carryOut, drive, downloadBegun, downloadChanged, nameDownload };
}
