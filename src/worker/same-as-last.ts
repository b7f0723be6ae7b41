import { askFor } from '../core/links/ask-for.ts';
import { type Choice, takenBy } from '../core/links/choice.ts';
import { offeredLinks } from '../core/links/offered-link.ts';
import { isWeb } from '../core/links/parse-link.ts';
import { siteOf } from '../core/links/site.ts';
import type { EnqueueAsk, PageLinks } from '../messages/protocol.ts';

/** What the command "same as last time" needs of the browser. */
export interface SameAsLastPorts {
  readonly readPage: (tabId: number) => Promise<PageLinks | null>;
  /** What the user chose last on a site; null where that is nothing yet. */
  readonly lastChoice: (site: string) => Promise<Choice | null>;
}

/** What is to be sent of a page: `null` where nobody has chosen on its site yet, `refused` where it cannot be read. */
export async function sameAsLast(ports: SameAsLastPorts, tabId: number): Promise<EnqueueAsk | 'refused' | null> {
  const page = await ports.readPage(tabId);
  if (page === null || !isWeb(page.url)) return 'refused';
  const choice = await ports.lastChoice(siteOf(page.url));
  return choice === null ? null : askOf(page, choice);
}

function askOf(page: PageLinks, choice: Choice): EnqueueAsk {
  const links = takenBy(choice, offeredLinks([page])).map(({ found, title }) => askFor(found, { title }));
  return {
    links,
    paused: choice.isPaused,
    ...(choice.mask === '' ? {} : { mask: choice.mask }),
    ...(choice.folder === '' ? {} : { folder: choice.folder }),
    ...(choice.conflict === null ? {} : { conflict: choice.conflict }),
  };
}
