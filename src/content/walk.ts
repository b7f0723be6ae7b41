import { childNodesOf, contains, nextSiblingOf, parentOf, shadowRootOf, walkerOver } from './unclobbered.ts';

/**
 * The elements and texts within a root, in the order of the page, those of open shadow roots behind their host. It keeps
 * its own stack: a page may nest deeper than ours reaches.
 */
export function* nodesWithin(root: Node): Generator<Element | Text> {
  const walkers = [walkerOver(root)];
  for (;;) {
    const node = walkers.at(-1)?.nextNode() ?? null;
    if (node === null) {
      if (walkers.pop() === undefined) return;
      continue;
    }
    yield node as Element | Text;
    const shadow = node instanceof Element ? shadowRootOf(node) : null;
    if (shadow !== null) walkers.push(walkerOver(shadow));
  }
}

/** The elements and texts of a range, whole and as they stand in the page. */
export function* nodesInRange(range: Range): Generator<Element | Text> {
  const walker = walkerOver(rootOfWalk(range));
  const end = endOf(range);
  let node = startOf(range);
  walker.currentNode = node ?? walker.root;
  while (node !== null && node !== end) {
    if (node instanceof Element || node instanceof Text) yield node;
    const shadow = node instanceof Element ? shadowRootOf(node) : null;
    if (shadow !== null) yield* nodesWithin(shadow);
    node = walker.nextNode();
  }
}

function rootOfWalk({ commonAncestorContainer: common }: Range): Node {
  return common instanceof Text ? (parentOf(common) ?? common) : common;
}

function startOf(range: Range): Node | null {
  const { startContainer, startOffset } = range;
  const children = childNodesOf(startContainer);
  if (children.length === 0) return startContainer;
  return children[startOffset] ?? behind(startContainer, rootOfWalk(range));
}

/** The first node behind the range; null where the range goes on to the end of what it lies in. */
function endOf(range: Range): Node | null {
  const { endContainer, endOffset, startContainer } = range;
  let end: Node | null = childNodesOf(endContainer)[endOffset] ?? null;
  if (end === null && endOffset === 0 && endContainer !== startContainer) end = endContainer;
  if (end === null) return behind(endContainer, rootOfWalk(range));
  // Of an element that ends the range before its first node, nothing is selected.
  for (let parent = parentOf(end); isUnselected(parent, end, startContainer); parent = parentOf(end)) end = parent;
  return end;
}

function isUnselected(parent: ParentNode | null, child: Node, start: Node): parent is ParentNode {
  return parent !== null && childNodesOf(parent)[0] === child && !contains(parent, start);
}

function behind(node: Node, root: Node): Node | null {
  for (let each: Node | null = node; each !== null && each !== root; each = parentOf(each)) {
    const sibling = nextSiblingOf(each);
    if (sibling !== null) return sibling;
  }
  return null;
}
