/** A text field with its caret, or with what is selected in it, in UTF-16 units. */
export interface Typed {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Puts `piece` in the place of what is selected, with the caret behind it. */
export function inserted({ text, from, to }: Typed, piece: string): Typed {
  const caret = from + piece.length;
  return { text: `${text.slice(0, from)}${piece}${text.slice(to)}`, from: caret, to: caret };
}
