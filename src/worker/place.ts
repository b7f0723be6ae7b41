import type { ProbeResult } from '../core/carriers/probe-result.ts';
import { type Clash } from '../core/naming/conflict.ts';
import { numberedName } from '../core/naming/numbered-name.ts';
import { filePathOf, plainNameOf, type Told } from '../core/queue/file-path.ts';
import type { QueueItem } from '../core/queue/item.ts';
import type { Placed } from '../core/queue/place.ts';
import { conflictOf, isOverwriting } from '../core/queue/placing.ts';
import { decide } from '../core/rules/decide.ts';
import { ruledOf } from '../core/rules/ruled.ts';
import type { UnnamedFile } from './downloads-port.ts';
import type { Ports } from './ports.ts';
import { lastName } from '../core/naming/last-name.ts';

/** What is known of the file itself beyond its name. */
export interface ToldFile extends Told {
  /** Bytes; null while unknown. */
  readonly size: number | null;
  /** ms since the epoch; null where the server has not said. */
  readonly modifiedAt: number | null;
}

/** What an answered probe tells. */
export function toldBy(probe: ProbeResult & { kind: 'answered' }): ToldFile {
  const { finalUrl, disposition, contentType, total, modifiedAt } = probe;
  return { url: finalUrl, disposition, contentType, suggested: null, size: total, modifiedAt };
}

/**
 * Judges where the file of an item belongs, by the user's rules and by what lies there. Whether something lies there is
 * looked up only where that matters.
 */
export async function place(
  ports: Ports,
  item: QueueItem,
  told: ToldFile,
): Promise<{ readonly filename: string; readonly placed: Placed }> {
  const { ruled, start } = await meetRule(ports, item, told);
  const ruledItem = { ...item, ruled };
  const filename = filePathOf(ruledItem, told);
  const conflict = conflictOf(ruledItem, (await ports.settings.read()).conflict);
  const isWatched = conflict === 'skip' || conflict === 'ask';
  const clash = isWatched ? await clashAt(ports, filename, told) : null;
  return { filename, placed: { ruled, start, clash } };
}

/** Where a file belongs that the browser has begun to write. `placed` is null where that was settled before. */
export async function wishedPath(
  ports: Ports,
  item: QueueItem,
  { finalUrl, suggested, contentType, size }: UnnamedFile,
): Promise<{ readonly filename: string; readonly placed: Placed | null } | null> {
  if (item.status === 'saving') return 'parcel' in item ? { filename: item.parcel.filename, placed: null } : null;
  if (!('plan' in item) || item.plan.carrier !== 'browser-download') return null;
  const { filename, naming } = item.plan;
  if (naming !== 'late') return naming === 'browser' || filename === null ? null : { filename, placed: null };
  return place(ports, item, { url: finalUrl, disposition: null, contentType, suggested, size, modifiedAt: null });
}

/** An item meets one rule in its life: the first that matches when enough is known. */
async function meetRule(ports: Ports, item: QueueItem, told: ToldFile): Promise<Pick<Placed, 'ruled' | 'start'>> {
  if (item.ruled !== null) return { ruled: item.ruled, start: null };
  const rule = decide(await ports.rules.read(), {
    url: item.url,
    page: item.referrer,
    name: plainNameOf(item, told),
    contentType: told.contentType,
    size: told.size,
    isFinal: true,
  });
  if (rule === null || rule === 'unsure') return { ruled: null, start: null };
  return { ruled: ruledOf(rule), start: rule.then.start };
}

async function clashAt(ports: Ports, filename: string, told: ToldFile): Promise<Clash | null> {
  const name = lastName(filename);
  const there = (await ports.downloads.namesakes(filename, null)).find(file => lastName(file.path) === name);
  if (there === undefined) return null;
  return { ...there, newBytes: told.size, newAt: told.modifiedAt };
}

/**
 * The path, or where a file of its name is there already, the first free one: `name (2).ext`. What the browser does not
 * know of it numbers by itself.
 */
export async function freePath(ports: Ports, item: QueueItem, filename: string, own: number | null): Promise<string> {
  if (isOverwriting(item)) return filename;
  const taken = await ports.downloads.namesakes(filename, own);
  const name = lastName(filename);
  return (
    filename.slice(0, filename.length - name.length) +
    numberedName(name, new Set(taken.map(each => lastName(each.path))))
  );
}
