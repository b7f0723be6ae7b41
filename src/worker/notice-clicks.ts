import { actsOf, parseNoticeId, type Told } from '../core/notices/notice-id.ts';
import type { Ports } from './ports.ts';
import type { QueueKeeper } from './queue-keeper.ts';
import { control } from './wire/control.ts';
import { showFile } from './wire/file.ts';

/** Items of a group among which one that is done is looked for. */
const MOST = 1_000;

/** What a click on a notification needs beyond the queue. */
export interface NoticeClickPorts {
  /** Shows an item, or a group, in the manager; without either, all. */
  readonly openQueue: (shown?: { readonly item: string }) => Promise<void>;
  /** Shows the browser's prompt. Must be called within the click, before anything is waited for. */
  readonly allowSite: (host: string) => Promise<boolean>;
  readonly clear: (id: string) => Promise<void>;
}

/** `button`: its place; null: elsewhere on the notification. All that is known of it is its id. */
export async function noticeClicked(
  ports: Ports,
  outside: NoticeClickPorts,
  keeper: QueueKeeper,
  id: string,
  button: number | null,
): Promise<void> {
  const told = parseNoticeId(id);
  const act = told === null || button === null ? 'show' : (actsOf(told)[button] ?? 'show');
  const isAllowed = act === 'allow' ? await allow(outside, told) : false;
  await outside.clear(id);
  if (told === null) return outside.openQueue();
  if (act === 'folder') return (await showFolder(ports, told)) ? undefined : show(outside, told);
  if (told.about === 'failure' && (act === 'retry' || isAllowed)) {
    await control(ports, keeper, { ids: [told.id], action: 'retry' });
    return;
  }
  await show(outside, told);
}

/** Where the browser does not let a notification ask, the manager does. */
async function allow({ allowSite }: NoticeClickPorts, told: Told | null): Promise<boolean> {
  const host = told?.about === 'failure' ? told.allow : null;
  return host === null ? false : allowSite(host).catch(() => false);
}

async function show({ openQueue }: NoticeClickPorts, told: Told): Promise<void> {
  await openQueue('id' in told ? { item: told.id } : undefined);
}

/** Shows the file that was done last, of the group or of all. False where there is none, or it is gone. */
async function showFolder(ports: Ports, told: Told): Promise<boolean> {
  const all = {
    offset: 0,
    newestFirst: true,
    byEnd: true,
    search: '',
    until: null,
    group: null,
    since: null,
    limit: 1,
    statuses: ['done' as const],
  };
  const query = told.about === 'group' ? { ...all, byEnd: false, statuses: null, limit: MOST, group: told.id } : all;
  const done = (await ports.items.page(query)).items.find(({ status }) => status === 'done');
  if (done === undefined) return false;
  return showFile(ports, { id: done.id }).then(
    () => true,
    () => false,
  );
}
