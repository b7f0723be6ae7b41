import { words } from '../../../src/platform/words.ts';
import { allowAllSites, declined, offerAgain, revokeSite, sites, trouble } from '../../options/grants.ts';
import { visibleName } from '../../view/visible-name.ts';
import { GrantRow } from './grant-row.tsx';
import { MessageBar } from '../message-bar.tsx';
import { OptionsSection } from './options-section.tsx';

/** Which sites the extension may see, each with a way back, and those that the user does not want to be asked about. */
export function SiteGrants() {
  return (
    <OptionsSection id="sites" title={words('access_title')} help={words('access_help')}>
      {trouble.value === null ? null : (
        <MessageBar tone="bad" onDismiss={() => (trouble.value = null)}>
          {trouble.value}
        </MessageBar>
      )}
      <Granted />
      <EverySite />
      <Declined />
    </OptionsSection>
  );
}

function Granted() {
  const { all, sites: each } = sites.value;
  if (each.length === 0) return all.length > 0 ? null : <p class="grants-none">{words('access_none')}</p>;
  return (
    <ul class="grants" aria-label={words('access_granted')}>
      {each.map(({ name, patterns }) => (
        <GrantRow
          key={name}
          title={visibleName(name)}
          button={words('access_revoke')}
          label={words('access_revokeOf', visibleName(name))}
          act={() => revokeSite(name, patterns)}
        />
      ))}
    </ul>
  );
}

/** The second step of the ladder. It is never asked for but here. */
function EverySite() {
  const { all } = sites.value;
  const isAllowed = all.length > 0;
  return (
    <div class="grant grants-all">
      <div class="grant-text">
        <p class="grant-title">{words(isAllowed ? 'access_allGranted' : 'access_all')}</p>
        <p class="options-help">{words('access_allHelp')}</p>
      </div>
      <button
        type="button"
        class="button button-small"
        aria-label={words(isAllowed ? 'access_revokeAll' : 'access_allowAll')}
        onClick={() => void (isAllowed ? revokeSite(words('access_allSites'), all) : allowAllSites())}
      >
        {words(isAllowed ? 'access_revoke' : 'access_allow')}
      </button>
    </div>
  );
}

function Declined() {
  if (declined.value.length === 0) return null;
  return (
    <>
      <h3 class="grants-heading">{words('access_declined')}</h3>
      <ul class="grants" aria-label={words('access_declined')}>
        {declined.value.map(host => (
          <GrantRow
            key={host}
            title={visibleName(host)}
            button={words('access_offerAgain')}
            label={words('access_offerAgainOf', visibleName(host))}
            act={() => offerAgain(host)}
          />
        ))}
      </ul>
    </>
  );
}
