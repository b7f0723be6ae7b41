import { mock } from 'node:test';

/**
 * `throws`: a call that writes does, as for a record that cannot be cloned. `fails`: the browser gives up over any
 * operation, and its transaction with it, as for a disk that cannot be read.
 */
export type FaultKind = 'throws' | 'fails';
export const FAULT_KINDS: readonly FaultKind[] = ['throws', 'fails'];

export interface Fault {
  /** Operations that could have failed so far. */
  readonly count: () => number;
  readonly lift: () => void;
}

/** Makes the n-th operation of IndexedDB from now on fail, the first being 1; the others work. */
export function failAt(n: number, kind: FaultKind): Fault {
  let count = 0;
  const mocks = operations(kind).map(([prototype, name]) => {
    const original = Reflect.get(prototype, name) as (...args: readonly unknown[]) => unknown;
    return mock.method(prototype as Record<string, typeof original>, name, function (this: object, ...args: unknown[]) {
      // fake-indexeddb calls it too, to change a version.
      const isOurs = !(name === 'transaction' && args[1] === 'versionchange');
      if (isOurs) count += 1;
      if (!isOurs || count !== n) return Reflect.apply(original, this, args);
      const fault = new DOMException(`The ${name} that the test lets fail`, 'UnknownError');
      if (kind === 'throws') throw fault;
      const makesRequest = (this instanceof IDBObjectStore && name !== 'createIndex') || this instanceof IDBIndex;
      if (makesRequest) return failing(this, fault);
      const result = Reflect.apply(original, this, args);
      failing(sourceOf(this, result), fault);
      return result;
    });
  });
  return { count: () => count, lift: () => mocks.forEach(each => each.mock.restore()) };
}

const READS = ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'];

function operations(kind: FaultKind): readonly (readonly [prototype: object, name: string])[] {
  const { prototype: store } = IDBObjectStore;
  const of = (prototype: object, names: readonly string[]): readonly (readonly [object, string])[] =>
    names.map(name => [prototype, name]);
  const writes = [
    ...of(store, ['put', 'add', 'delete', 'createIndex']),
    ...of(IDBCursor.prototype, ['update']),
    ...of(IDBDatabase.prototype, ['createObjectStore', 'transaction']),
  ];
  if (kind === 'throws') return writes;
  // Not `continue`: idb keeps the first that it meets.
  return [...writes, ...of(store, READS), ...of(IDBIndex.prototype, READS)];
}

type Source = IDBObjectStore | IDBIndex;

/** A request that the browser could not fulfil: with it fails its whole transaction. */
function failing(source: Source, fault: DOMException): unknown {
  const operation = (): never => {
    throw fault;
  };
  const { transaction } = source instanceof IDBIndex ? source.objectStore : source;
  return (transaction as FakeTransaction)._execRequestAsync({ operation, source });
}

/** Where a failing request can be made in the transaction of an operation. */
function sourceOf(asked: object, result: unknown): Source {
  if (result instanceof IDBTransaction) return result.objectStore(result.objectStoreNames[0] ?? '');
  if (result instanceof IDBObjectStore) return result;
  if (result instanceof IDBIndex) return result;
  if (asked instanceof IDBCursor) return asked.source;
  throw new Error('An operation of nothing that has a transaction.');
}

/** What fake-indexeddb's transactions have inside. */
type FakeTransaction = IDBTransaction & {
  _execRequestAsync(request: { operation: () => unknown; source: Source }): unknown;
};
