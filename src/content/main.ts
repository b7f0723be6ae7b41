import { type Collected, collectLinks } from './collect-links.ts';

/**
 * Injected on the user's command only, into the isolated world, where the page's own scripts cannot reach it. It sends
 * nothing by itself: the worker calls these functions through `scripting.executeScript` and reads what they return.
 */
declare global {
  var longhaul: { page(): Collected; selection(): Collected } | undefined;
}

globalThis.longhaul = {
  page: () => collectLinks(document, document.baseURI),
  selection: () => {
    const selected = selectedParts();
    const links = selected.map(part => collectLinks(part, document.baseURI));
    return { links: links.flatMap(each => each.links), leftOut: links.reduce((sum, each) => sum + each.leftOut, 0) };
  },
};

/** What is selected, or the link that has the focus where nothing is. */
function selectedParts(): readonly DocumentFragment[] {
  const selection = getSelection();
  const isEmpty = selection === null || selection.isCollapsed;
  if (isEmpty) return focusedLink();
  return Array.from({ length: selection.rangeCount }, (_, index) => withEnclosingLink(selection.getRangeAt(index)));
}

/** A selection inside one link's text holds no element; the link around it is what the user means. */
function withEnclosingLink(range: Range): DocumentFragment {
  const fragment = range.cloneContents();
  const ancestor = range.commonAncestorContainer;
  const element = ancestor instanceof Element ? ancestor : ancestor.parentElement;
  const link = element?.closest('a[href]');
  if (link !== null && link !== undefined) fragment.append(link.cloneNode(true));
  return fragment;
}

function focusedLink(): readonly DocumentFragment[] {
  const link = document.activeElement?.closest('a[href], area[href]');
  if (link === null || link === undefined) return [];
  const fragment = document.createDocumentFragment();
  fragment.append(link.cloneNode(true));
  return [fragment];
}
