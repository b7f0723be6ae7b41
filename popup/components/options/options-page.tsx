import { words } from '../../../src/platform/words.ts';
import { LiveRegion } from '../live-region.tsx';
import { Mark } from '../mark.tsx';
import { MenuSection } from './menu-section.tsx';
import { OptionalPermissions } from './optional-permissions.tsx';
import { ShortcutSection } from './shortcut-section.tsx';
import { SiteGrants } from './site-grants.tsx';

/** In the order of the page. */
const SECTIONS = [
  ['menus', MenuSection],
  ['shortcuts', ShortcutSection],
  ['sites', SiteGrants],
  ['permissions', OptionalPermissions],
] as const;

/** Each section reads and writes what it shows by itself. */
export function OptionsPage() {
  return (
    <>
      <header class="options-header">
        <Mark />
        <h1>{words('options_title')}</h1>
      </header>
      <main class="options-main">
        {SECTIONS.map(([id, Section]) => (
          <Section key={id} />
        ))}
      </main>
      <LiveRegion />
    </>
  );
}
