import { placeMenu } from '../view/menu-place.ts';

/** Puts a menu that stands in the window beside its button, or at a point. */
export function putMenu(menu: HTMLElement, at: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>): void {
  const size = { width: menu.offsetWidth, height: menu.offsetHeight };
  const view = { width: document.documentElement.clientWidth, height: globalThis.innerHeight };
  const { left, top, height } = placeMenu(at, size, view, document.documentElement.dir === 'rtl');
  Object.assign(menu.style, { left: `${left}px`, top: `${top}px`, maxHeight: `${height}px` });
}
