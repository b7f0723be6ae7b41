import type { KeptPart } from '../../src/core/queue/plan.ts';
import type { Ports } from '../../src/worker/ports.ts';

/** The part store, by item and by part. */
export type PartRoom = Map<string, Map<string, Blob>>;

/** Nothing of it is lost with the browser. */
export function partsPort(room: PartRoom): Ports['parts'] {
  return {
    write: async (item, part, bytes) => {
      const own = room.get(item) ?? new Map<string, Blob>();
      room.set(item, own.set(keyOf(part), bytes));
    },
    read: async (item, parts) =>
      new Map(
        parts.flatMap(part => {
          const blob = room.get(item)?.get(keyOf(part));
          return blob === undefined ? [] : [[part.first, blob] as const];
        }),
      ),
    forget: async item => void room.delete(item),
    owners: async () => [...room.keys()],
  };
}

function keyOf({ attempt, first, last }: KeptPart): string {
  return `${attempt}.${first}-${last}`;
}
