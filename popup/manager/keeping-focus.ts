import { cursor } from './selection.ts';
import { showLine } from './showing.ts';

/** Whether the focus was in a line when it was last seen. */
let wasInLine = false;

/**
 * Brings the focus back to the line that the keyboard is at, where it was lost with a line that has gone or has moved: an
 * element that is put elsewhere in the page loses it. To be called when the lines have changed; it acts when they are there.
 */
export function keepFocus(): void {
  wasInLine ||= document.activeElement?.closest('[data-line]') !== null;
  requestAnimationFrame(() => {
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body;
    if (wasInLine && isLost && cursor.value !== null) showLine(cursor.value);
    wasInLine = false;
  });
}
