import { isGranted } from '../../core/links/origin-patterns.ts';
import { isWeb } from '../../core/links/parse-link.ts';
import { isPrivateHost } from '../../core/links/private-host.ts';
import type { ProbeSizesAnswer } from '../../messages/chooser.ts';
import type { Ports } from '../ports.ts';
import { urlsOf } from './known-links.ts';

const MOST = 50;
/** Servers are asked for many files in a row here: a few at once are enough. */
const AT_ONCE = 4;

/**
 * The sizes of files, as their servers tell them. Only granted hosts are asked, and never one of the user's own network:
 * a page may offer any address, and a request would carry the user's cookies there.
 */
export async function probeSizes(
  ports: Pick<Ports, 'grants' | 'probe' | 'words'>,
  ask: unknown,
): Promise<ProbeSizesAnswer> {
  const urls = urlsOf(ask, MOST, ports.words);
  const grants = await ports.grants();
  const sizes: (number | null)[] = urls.map(() => null);
  const due = [...urls.entries()].filter(([, url]) => isProbed(url, grants));
  const worker = async (): Promise<void> => {
    for (let next = due.shift(); next !== undefined; next = due.shift()) {
      const [place, url] = next;
      const answer = await ports.probe(url);
      if (answer.kind === 'answered') sizes[place] = answer.total;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { sizes };
}

function isProbed(url: string, grants: readonly string[]): boolean {
  return isWeb(url) && !isPrivateHost(new URL(url).hostname) && isGranted(url, grants);
}
