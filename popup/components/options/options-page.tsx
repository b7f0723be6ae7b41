import { words } from '../../../src/platform/words.ts';
import { LiveRegion } from '../live-region.tsx';
import { Mark } from '../mark.tsx';
import { MenuSection } from './menu-section.tsx';
import { ShortcutSection } from './shortcut-section.tsx';
import { OptionalPermissions } from './optional-permissions.tsx';
import { SiteGrants } from './site-grants.tsx';

/** Each section reads and writes what it shows by itself. */
export function OptionsPage() {
  return (
    <>
      <header class="options-header">
        <Mark />
        <h1>{words('options_title')}</h1>
      </header>
      <main class="options-main">
        <MenuSection />
        <ShortcutSection />
        <SiteGrants />
        <OptionalPermissions />
      </main>
      <LiveRegion />
    </>
  );
}
