import { browser } from './browser.ts';
import { mayNotify } from './permissions.ts';

/**
 * Shows a notification where the user has allowed them (an optional permission), and nothing elsewhere. One with the
 * same id takes the place of the other.
 */
export async function notify(id: string, title: string, message: string): Promise<void> {
  if (!(await mayNotify())) return;
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/128.png'),
    title,
    message,
  });
}
