import { signal } from '@preact/signals';

/** Where the menu of the selection is to open: at a box of the window (px), in line with one of its edges. */
export interface MenuPlace {
  readonly box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly edge: 'start' | 'end';
}

/** null: it is closed. */
export const menuPlace = signal<MenuPlace | null>(null);

export function openMenu(place: MenuPlace): void {
  menuPlace.value = place;
}

export function closeMenu(): void {
  menuPlace.value = null;
}
