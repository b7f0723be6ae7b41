/**
 * Reads the DOM past the names that a page gives to its elements. `<input name="attributes">` hides the property of
 * its form, and `<img name="baseURI">` that of the document, from our world too; what stands on the prototypes is ours.
 */
export const baseUriOf = getter(Node.prototype, 'baseURI');
export const childNodesOf = getter(Node.prototype, 'childNodes');
export const nextSiblingOf = getter(Node.prototype, 'nextSibling');
export const parentOf = getter(Node.prototype, 'parentNode');
export const localNameOf = getter(Element.prototype, 'localName');
export const shadowRootOf = getter(Element.prototype, 'shadowRoot');
export const titleOf = getter(Document.prototype, 'title');
export const activeElementOf = getter(Document.prototype, 'activeElement');
export const contains = method(Node.prototype, 'contains');
export const rootOf = method(Node.prototype, 'getRootNode');
export const hasFocus = method(Document.prototype, 'hasFocus');
export const closest = method(Element.prototype, 'closest');

const getAttribute = method(Element.prototype, 'getAttribute');
const createTreeWalker = method(Document.prototype, 'createTreeWalker');
const selectAll = method(Document.prototype, 'querySelectorAll');

/** '' where it is missing. */
export function attributeOf(element: Element, name: string): string {
  return getAttribute(element, name) ?? '';
}

export function walkerOver(root: Node): TreeWalker {
  return createTreeWalker(document, root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
}

export function elementsWith(selector: string): readonly Element[] {
  return Array.from(selectAll(document, selector));
}

function getter<P extends object, K extends keyof P>(prototype: P, key: K): (of: P) => P[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, key)?.get;
  if (get === undefined) throw new Error(`This browser has no ${String(key)} to read.`);
  return of => get.call(of) as P[K];
}

function method<P extends object, K extends keyof P>(
  prototype: P,
  key: K,
): P[K] extends (...args: infer A) => infer R ? (of: P, ...args: A) => R : never;
function method(prototype: object, key: string): unknown {
  const call: unknown = Object.getOwnPropertyDescriptor(prototype, key)?.value;
  if (typeof call !== 'function') throw new Error(`This browser has no ${key} to call.`);
  return (of: object, ...args: unknown[]): unknown => Reflect.apply(call, of, args);
}
