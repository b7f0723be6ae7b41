import { altClickPages } from '../core/take-over/alt-click-pages.ts';
import { bypassOf, fresh } from '../core/take-over/bypass.ts';
import { bypassPatterns } from '../core/take-over/bypass-patterns.ts';
import { type ForeignDownload, isSameDownload } from '../core/take-over/foreign-download.ts';
import { obstacleToTakeOver } from '../core/take-over/obstacle.ts';
import { isSameFile } from '../core/take-over/same-file.ts';
import { isUsersEnd, type TakeOver } from '../core/take-over/take-over.ts';
import { Refusal } from '../messages/refusal.ts';
import { createLine } from './line.ts';
import type { Ports } from './ports.ts';
import type { QueueKeeper } from './queue-keeper.ts';
import type { TakeOverPorts } from './take-over-ports.ts';
import { addTaken, letGo } from './taken-item.ts';

export interface TakeOvers {
  /** The browser has begun a download without us. Resolves when it is with one of both for good. Never rejects. */
  begun(download: ForeignDownload): Promise<void>;
  /** Brings to an end what a dead worker has left half-way. Never rejects. */
  recover(): Promise<void>;
  /** The next download of pages of this origin is the browser's. */
  bypass(origin: string): Promise<void>;
  /** Brings the pages that are listened in in step with settings and grants. */
  keepInStep(): Promise<void>;
}

export function createTakeOvers(ports: Ports, outside: TakeOverPorts, keeper: QueueKeeper): TakeOvers {
  const { journal, downloads } = outside;
  /** What this life is at work at: it is not to be recovered by another hand. */
  const underWay = new Set<string>();
  const bypassLine = createLine();
  const stepLine = createLine();

  async function begun(download: ForeignDownload): Promise<void> {
    await mayTake(download)
      .then(may => (may ? begin(download) : undefined))
      .catch((fault: unknown) => {
        ports.complain(fault);
        // It is not to stand still until the alarm comes.
        return recover();
      });
  }

  async function mayTake(download: ForeignDownload): Promise<boolean> {
    const { takeOver } = await ports.settings.read();
    if (takeOver.sites.length === 0) return false;
    const grants = await ports.grants();
    // One that is being noted just now counts.
    return bypassLine(async () => {
      const bypasses = await outside.bypasses.read();
      const now = ports.now();
      const used = bypassOf(download, bypasses, now);
      const obstacle = obstacleToTakeOver(download, takeOver, { grants, bypasses, now });
      if (obstacle === 'bypassed') await outside.bypasses.write(bypasses.filter(other => other !== used));
      return obstacle === null;
    });
  }

  async function begin(download: ForeignDownload): Promise<void> {
    const itemId = ports.newId();
    await during(itemId, async () => {
      const takeOver: TakeOver = { itemId, session: await outside.session(), download };
      await journal.note(takeOver);
      await downloads.hold(download.id);
      if (await isToBeTaken(takeOver)) await take(takeOver);
      else await giveBack(takeOver);
    });
  }

  async function during(itemId: string, work: () => Promise<void>): Promise<void> {
    underWay.add(itemId);
    await work().finally(() => underWay.delete(itemId));
  }

  /** One that the user has let go or ended meanwhile is not. */
  async function isToBeTaken(takeOver: TakeOver): Promise<boolean> {
    const { download } = takeOver;
    const again = await outside.askAgain(download.url, download.referrer);
    const seen = await find(takeOver);
    return seen?.state === 'in_progress' && seen.isPaused && isSameFile(download, seen, again);
  }

  /** In our queue before it is ended in the browser, and there before ours begins. */
  async function take(takeOver: TakeOver): Promise<void> {
    await addTaken(ports, keeper, takeOver);
    await finish(takeOver);
  }

  async function finish(takeOver: TakeOver): Promise<void> {
    const { itemId, download } = takeOver;
    if ((await find(takeOver)) !== null) await downloads.cancel(download.id);
    const seen = await find(takeOver);
    // It is being completed just now: the next look tells.
    if (seen?.state === 'in_progress') return;
    if (seen?.state === 'complete') await keeper.remove(() => ports.items.get([itemId]), ports.now());
    else {
      if (seen !== null) await downloads.erase(download.id);
      await letGo(ports, keeper, itemId);
    }
    await journal.forget(itemId);
  }

  async function giveBack(takeOver: TakeOver): Promise<void> {
    const { itemId, download } = takeOver;
    const seen = await find(takeOver);
    if (seen?.state === 'in_progress' && seen.isPaused) await downloads.goOn(download.id);
    else if (seen === null || seen.state === 'interrupted') return recall(takeOver, seen);
    return journal.forget(itemId);
  }

  /** It has ended in the browser without its file, while we held it. */
  async function recall(takeOver: TakeOver, seen: ForeignDownload | null): Promise<void> {
    const { itemId, download } = takeOver;
    if (isUsersEnd(seen, takeOver, await outside.session())) return journal.forget(itemId);
    const again = await outside.askAgain(download.url, download.referrer);
    if (isSameFile(download, seen ?? download, again)) return take(takeOver);
    if (!(await canGoOn(seen))) {
      // Nobody knows what the server would give: the queue finds out, and says it.
      if (again.kind !== 'answered') return take(takeOver);
      ports.complain(new Refusal('download-lost', ports.words('takeOver_lost', download.url)));
    }
    return journal.forget(itemId);
  }

  async function canGoOn(seen: ForeignDownload | null): Promise<boolean> {
    if (seen === null || !seen.canResume) return false;
    return downloads.goOn(seen.id).then(
      () => true,
      () => false,
    );
  }

  async function find({ download }: TakeOver): Promise<ForeignDownload | null> {
    const seen = await downloads.look(download.id);
    return seen !== null && isSameDownload(seen, download) ? seen : null;
  }

  async function recover(): Promise<void> {
    await journal
      .read()
      .then(left => Promise.all(left.filter(({ itemId }) => !underWay.has(itemId)).map(recoverOne)))
      .catch(ports.complain);
  }

  async function recoverOne(takeOver: TakeOver): Promise<void> {
    const { itemId } = takeOver;
    await during(itemId, async () => {
      const [item] = await ports.items.get([itemId]);
      await (item === undefined ? giveBack(takeOver) : finish(takeOver));
    }).catch(ports.complain);
  }

  function bypass(origin: string): Promise<void> {
    return bypassLine(async () => {
      const at = ports.now();
      await outside.bypasses.write([...fresh(await outside.bypasses.read(), at), { origin, at }]);
    });
  }

  function keepInStep(): Promise<void> {
    return stepLine(async () => {
      const [{ altClick, takeOver }, grants] = await Promise.all([ports.settings.read(), ports.grants()]);
      await outside.listenIn(bypassPatterns(takeOver.sites, grants));
      await outside.altClickIn(altClickPages(altClick, takeOver.sites, grants));
    }).catch(ports.complain);
  }

  return { begun, recover, bypass, keepInStep };
}
