import type { Collected } from '../core/links/collected.ts';
import { collectLinks, type Wanted } from './collect-links.ts';
import { pointedAt } from './selection.ts';
import { nodesWithin } from './walk.ts';

/**
 * Injected on the user's command only, into the isolated world, where the page's own scripts cannot reach it. It sends
 * nothing by itself: the worker calls these functions through `scripting.executeScript` and reads what they return.
 */
declare global {
  var longhaul: { page(wanted: Wanted): Collected; selection(): Collected } | undefined;
}

globalThis.longhaul = {
  page: wanted => collectLinks(nodesWithin(document), wanted),
  selection: () => {
    const { nodes, textOf } = pointedAt();
    return collectLinks(nodes, { backgrounds: false }, textOf);
  },
};
