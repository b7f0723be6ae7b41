import type { ListedItem } from '../src/messages/listing.ts';
import { openDownloadsList, openDownloadSettings, openLink, showDownloadFolder } from '../src/platform/pages.ts';
import { control, refusal } from './commands.ts';
import { reasonOf } from './reason-of.ts';
import { allowSite } from './site-access.ts';
import type { Remedy } from './view/remedy.ts';

type Failed = Pick<ListedItem, 'id' | 'url' | 'referrer'>;

/** Does what helps against a failure. Must be called within the click: the browser's prompt is refused after an `await`. */
export async function applyRemedy(remedy: Remedy, { id, url, referrer }: Failed): Promise<void> {
  try {
    await ACTS[remedy](id, url, referrer ?? url);
  } catch (fault) {
    refusal.value = reasonOf(fault);
  }
}

const ACTS: Record<Remedy, (id: string, url: string, page: string) => Promise<void>> = {
  retry: id => control([id], 'retry'),
  async allow(id, url) {
    if (await allowSite(new URL(url).hostname)) await control([id], 'retry');
  },
  page: (_id, _url, page) => openLink(page),
  'sign-in': (_id, _url, page) => openLink(page),
  link: (_id, url) => openLink(url),
  list: openDownloadsList,
  folder: showDownloadFolder,
  settings: openDownloadSettings,
};
