/** A link that a person pasted, with what stood beside it. All of it is still to be checked by `parseLink`. */
export interface PastedLink {
  readonly url: string;
  readonly name?: string;
  /** `sha-256:<hex>`, `sha-1:<hex>` or `md5:<hex>`. */
  readonly checksum?: string;
  readonly referrer?: string;
}

/** What the text mostly was. `list` has names or checksums beside the links. */
export type PasteKind = 'text' | 'html' | 'markdown' | 'list' | 'curl' | 'wget';

export type PasteProblem =
  /** A link without a site, and no base beside it. */
  | 'relative'
  /** A header, an option or a word of a command. Of what holds a secret only the name is told. */
  | 'header'
  | 'option'
  | 'word'
  /** The command sends something, or asks another way than by GET. */
  | 'method'
  /** A quote that nothing closes. */
  | 'quote'
  /** A checksum of a kind that is not known. */
  | 'checksum-kind'
  /** A checksum of a file that no link here leads to. */
  | 'checksum-alone';

/** What could not be honoured, and which: a sentence is made of it where it is shown. */
export interface PasteNote {
  readonly problem: PasteProblem;
  readonly detail: string;
}

export interface Pasted {
  readonly kind: PasteKind;
  readonly links: readonly PastedLink[];
  readonly notes: readonly PasteNote[];
}

/** A part of a text that was read, in its order: links, what could not be honoured, or text that is still to be read. */
export type Piece = { readonly link: PastedLink } | { readonly note: PasteNote } | { readonly text: string };

const SHOWN = 80;

export function noteOf(problem: PasteProblem, detail: string): { readonly note: PasteNote } {
  return { note: { problem, detail: detail.length <= SHOWN ? detail : `${detail.slice(0, SHOWN - 1)}…` } };
}
