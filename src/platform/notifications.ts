import type { NoticeMarks, ShownNotice } from '../core/notices/shown-notice.ts';
import { browser } from './browser.ts';
import { mayNotify } from './permissions.ts';

/** In `storage.local`: a restart of the browser tells nothing a second time. */
const KEY = 'told';

/** Notifications, where the user has allowed them (an optional permission), and up to when they have told. */
export const notices = {
  mayShow: mayNotify,

  async marks(): Promise<NoticeMarks | null> {
    const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
    return isMarks(stored) ? stored : null;
  },

  async writeMarks(marks: NoticeMarks): Promise<void> {
    await browser.storage.local.set({ [KEY]: marks });
  },

  async show({ id, title, message, buttons }: ShownNotice): Promise<void> {
    await browser.notifications.create(id, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('icons/128.png'),
      title,
      message,
      buttons: buttons.map(each => ({ title: each })),
    });
  },
};

function isMarks(stored: unknown): stored is NoticeMarks {
  if (typeof stored !== 'object' || stored === null) return false;
  const { toldAt, told, idleAt } = stored as Record<string, unknown>;
  return Number.isFinite(toldAt) && Number.isFinite(idleAt) && Array.isArray(told);
}

export async function clearNotice(id: string): Promise<void> {
  await browser.notifications.clear(id);
}

let isListening = false;

/**
 * Tells of clicks on notifications, those that an earlier life has shown among them; `button` is null elsewhere than on a
 * button. The API is there only while the permission is: what is granted later is listened to from then on.
 */
export function onNoticeClick(act: (id: string, button: number | null) => void): void {
  listen(act);
  browser.permissions.onAdded.addListener(() => listen(act));
}

function listen(act: (id: string, button: number | null) => void): void {
  // The types do not know that it may be missing.
  const api = browser.notifications as typeof browser.notifications | undefined;
  if (api === undefined || isListening) return;
  isListening = true;
  api.onClicked.addListener(id => act(id, null));
  api.onButtonClicked.addListener((id, button) => act(id, button));
}
