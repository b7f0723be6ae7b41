import { type Theme, THEMES } from '../src/core/settings.ts';

/** A copy of the setting, which can be read before the first paint: the browser's own store cannot. */
const COPY = 'theme';

export function rememberedTheme(): Theme {
  const kept = localStorage.getItem(COPY);
  return THEMES.find(theme => theme === kept) ?? 'system';
}

/** Shows the page in a theme. The dark colours are a file of their own, which a media query takes in or leaves out. */
export function wear(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  const dark = document.querySelector<HTMLLinkElement>('link[href$="dark.css"]');
  if (dark !== null) dark.media = { system: '(prefers-color-scheme: dark)', light: 'not all', dark: 'all' }[theme];
  localStorage.setItem(COPY, theme);
}
