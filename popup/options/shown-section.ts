import { signal } from '@preact/signals';

/** The id of the section that is being read; null before the first look. */
export const shownSection = signal<string | null>(null);

/** A section is being read once its title is above this part of the window's height. */
const LINE = 0.2;

/** Follows the scrolling, and goes to the section that the address names: that was not there when the page came. */
export function followSections(): void {
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
  addEventListener('scroll', look, { passive: true });
  addEventListener('resize', look);
  look();
}

function look(): void {
  const sections = [...document.querySelectorAll<HTMLElement>('.options-section:not([hidden])')];
  const read = sections.findLast(section => section.getBoundingClientRect().top <= innerHeight * LINE);
  shownSection.value = (read ?? sections[0])?.id ?? null;
}
