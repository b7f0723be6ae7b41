import { type WordKey, words } from '../../../src/platform/words.ts';
import { allow, optional, takeBack } from '../../options/grants.ts';
import { GrantRow } from './grant-row.tsx';
import { OptionsSection } from './options-section.tsx';

/** What each is called, and what it is for. */
const KNOWN: Readonly<Record<string, readonly [title: WordKey, help: WordKey]>> = {
  notifications: ['access_notifications', 'access_notificationsHelp'],
  'downloads.open': ['access_open', 'access_openHelp'],
  tabs: ['access_tabs', 'access_tabsHelp'],
};

/** The permissions that are not for sites, granted or not. One that has no words here is shown by its name. */
export function OptionalPermissions() {
  if (optional.value.length === 0) return null;
  return (
    <OptionsSection id="permissions" title={words('access_optionalTitle')} help={words('access_optionalHelp')}>
      <ul class="grants">
        {optional.value.map(({ name, isGranted }) => {
          const [titleKey, helpKey] = KNOWN[name] ?? [];
          const title = titleKey === undefined ? name : words(titleKey);
          return (
            <GrantRow
              key={name}
              title={title}
              help={helpKey === undefined ? undefined : words(helpKey)}
              button={words(isGranted ? 'access_revoke' : 'access_allow')}
              label={words(isGranted ? 'access_revokeOf' : 'popup_allowSite', title)}
              act={() => (isGranted ? takeBack(name, title) : allow(name, title))}
            />
          );
        })}
      </ul>
    </OptionsSection>
  );
}
