import { openDB } from 'idb';
import { Refusal } from '../messages/refusal.ts';
import { migrate } from './item-migrations.ts';
import { type Database, NAME, type QueueSchema } from './item-schema.ts';
import { words } from './words.ts';

export const VERSION = 4;
/** ms. The browser answers at once, or waits for another page of ours that has the older schema open. */
const PATIENCE = 10_000;

let opened: Promise<Database> | null = null;

/**
 * The one connection. Rejects with a `Refusal` that says what is wrong with the store; nothing in it is touched then,
 * and the next call tries again.
 */
export function database(): Promise<Database> {
  opened ??= open().catch(error => {
    opened = null;
    throw explained(error);
  });
  return opened;
}

async function open(): Promise<Database> {
  let fault: unknown;
  let isGrowing = false;
  const opening = openDB<QueueSchema>(NAME, VERSION, {
    upgrade(db, oldVersion, _newVersion, transaction) {
      isGrowing = true;
      // idb does not wait for this promise: the browser would commit what was done until then.
      migrate(db, oldVersion, transaction).catch(error => {
        fault = error;
        abort(transaction);
      });
      transaction.done.catch(() => undefined);
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated() {
      opened = null;
    },
  });
  const late = new Promise<never>((_, reject) => {
    AbortSignal.timeout(PATIENCE).onabort = () => {
      // A big queue takes long to be brought over: nobody holds it up.
      if (!isGrowing) reject(new DOMException('', 'TimeoutError'));
    };
  });
  return Promise.race([opening, late]).catch(error => {
    throw fault ?? error;
  });
}

/** One that has failed already cannot be aborted again. */
export function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // Its fault is known.
  }
}

function explained(error: unknown): Refusal {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'VersionError') return new Refusal('store-newer', words('store_newer'));
  if (name === 'TimeoutError') return new Refusal('store-blocked', words('store_blocked'));
  if (name === 'QuotaExceededError') return new Refusal('store-full', words('store_full'));
  return new Refusal('store-broken', words('store_broken', error instanceof Error ? error.message : String(error)));
}
