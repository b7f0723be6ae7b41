/** A box in the window, in CSS pixels. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
interface Size {
  readonly width: number;
  readonly height: number;
}

/** px that a menu keeps from the edges of the window. */
const MARGIN = 4;

/**
 * Where a menu opens: below its button, or above it where there is more room; with the button's inner edge in line, and
 * never out of the window. One that is higher than the window is to scroll within `height`.
 */
export function placeMenu(
  button: Box,
  menu: Size,
  view: Size,
  isRightToLeft = false,
): { left: number; top: number; height: number } {
  const height = Math.min(menu.height, view.height - 2 * MARGIN);
  const below = view.height - button.bottom;
  const top = below >= height + MARGIN || below >= button.top ? button.bottom : button.top - height;
  const left = isRightToLeft ? button.left : button.right - menu.width;
  return {
    left: between(MARGIN, left, view.width - menu.width - MARGIN),
    top: between(MARGIN, top, view.height - height - MARGIN),
    height,
  };
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
