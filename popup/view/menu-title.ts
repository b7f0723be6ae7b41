/** A title of a menu without the mark of its access key: `&Send` is Send, `A && B` is A & B. */
export function menuTitle(title: string): string {
  return title.replace(/&(&?)/g, '$1');
}
