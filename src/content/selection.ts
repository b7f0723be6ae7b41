import { activeElementOf, closest, hasFocus, rootOf, shadowRootOf } from './unclobbered.ts';
import { nodesInRange, nodesWithin } from './walk.ts';

/** What of a document the user has pointed at. */
export interface Pointed {
  readonly nodes: Iterable<Element | Text>;
  readonly textOf: (node: Text) => string;
}

/** What is selected, be it in a text field or a shadow root, or the link that has the focus where nothing is. */
export function pointedAt(): Pointed {
  const focused = deepestFocus();
  const field = focused === null ? '' : selectedInField(focused);
  if (field !== '') return { nodes: [new Text(field)], textOf: wholeText };
  const range = selectedRange();
  if (range !== null) return { nodes: withEnclosingLink(range), textOf: node => selectedPart(node, range) };
  const link = focused === null ? null : linkAround(focused);
  return { nodes: link === null ? [] : [link], textOf: wholeText };
}

function wholeText(node: Text): string {
  return node.data;
}

/** A selection inside one link's text holds no element; the link around it is what the user means. */
function* withEnclosingLink(range: Range): Generator<Element | Text> {
  const { startContainer } = range;
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  const link = element === null ? null : linkAround(element);
  if (link !== null) yield link;
  yield* nodesInRange(range);
}

function selectedPart(node: Text, { startContainer, startOffset, endContainer, endOffset }: Range): string {
  const from = node === startContainer ? startOffset : 0;
  return node.data.slice(from, node === endContainer ? endOffset : undefined);
}

function linkAround(element: Element): Element | null {
  return closest(element, 'a[href], area[href], a[*|href]');
}

/** The browser tells of a selection within a shadow root there only. */
function selectedRange(): Range | null {
  const range = rangeOf(getSelection());
  if (range !== null) return range;
  for (const node of nodesWithin(document)) {
    const root = node instanceof Element ? shadowRootOf(node) : null;
    const inRoot = root === null ? null : rangeOf(selectionIn(root));
    if (inRoot !== null && rootOf(inRoot.startContainer) === root) return inRoot;
  }
  return null;
}

function rangeOf(selection: Selection | null): Range | null {
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return range.collapsed ? null : range;
}

/** Chromium's own, in no standard. */
function selectionIn(root: ShadowRoot & { getSelection?(): Selection | null }): Selection | null {
  return root.getSelection?.() ?? null;
}

/** A frame remembers what had the focus in it; only one has it. */
function deepestFocus(): Element | null {
  if (window !== window.top && !hasFocus(document)) return null;
  let focused = activeElementOf(document);
  for (;;) {
    const within: Element | null = focused === null ? null : (shadowRootOf(focused)?.activeElement ?? null);
    if (within === null) return focused;
    focused = within;
  }
}

/** Never of a password. */
function selectedInField(element: Element): string {
  const isField =
    element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type !== 'password');
  if (!isField) return '';
  return element.value.slice(element.selectionStart ?? 0, element.selectionEnd ?? 0);
}
