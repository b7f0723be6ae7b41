import { attributeOf, localNameOf, walkerOver } from './unclobbered.ts';

const LONGEST_TEXT = 200;
/** Of a text that is mostly white space, more is looked at. UTF-16 units. */
const LONGEST_READ = 2_000;
/** A link may hold a whole page, and twenty thousand links may each lie in the other. */
const MOST_NODES = 100;

/** What an anchor shows: its words, else its `title`, else what its picture is said to be. */
export function textOfAnchor(anchor: Element): string {
  const walker = walkerOver(anchor);
  let words = '';
  let picture = '';
  for (let count = 0; count < MOST_NODES && words.length < LONGEST_READ; count += 1) {
    const node = walker.nextNode();
    if (node === null) break;
    if (node instanceof Text) words += node.data.slice(0, LONGEST_READ);
    else if (node instanceof HTMLImageElement && picture === '') picture = attributeOf(node, 'alt');
    else if (node instanceof Element && isUnseen(node)) walker.currentNode = lastWithin(walker, node);
  }
  return firstOf(words, attributeOf(anchor, 'title'), picture);
}

/** The first that says anything, on one line, at most 200 characters. */
export function firstOf(...texts: readonly string[]): string {
  for (const text of texts) {
    const line = shortened(text);
    if (line !== '') return line;
  }
  return '';
}

/** A `download` attribute that names a file; an empty one, and the `true` that some frameworks write, name none. */
export function downloadName(element: Element): string | null {
  const name = shortened(attributeOf(element, 'download'));
  return name === '' || name === 'true' ? null : name;
}

/** The `type` attribute, where it looks like a MIME type. */
export function typeOf(element: Element): string | null {
  const type = attributeOf(element, 'type').slice(0, LONGEST_TEXT).trim().toLowerCase();
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+/.exec(type)?.[0] ?? null;
}

function isUnseen(element: Element): boolean {
  const name = localNameOf(element);
  return name === 'style' || name === 'script';
}

function lastWithin(walker: TreeWalker, element: Element): Node {
  walker.currentNode = element;
  while (walker.lastChild() !== null);
  return walker.currentNode;
}

function shortened(text: string): string {
  const line = text.slice(0, LONGEST_READ).replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_TEXT ? line : `${line.slice(0, LONGEST_TEXT - 1)}…`;
}
