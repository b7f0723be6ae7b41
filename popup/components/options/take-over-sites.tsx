import { useState } from 'preact/hooks';
import { words } from '../../../src/platform/words.ts';
import { addSite, allowTakeOver, isAllowed, removeSite } from '../../options/take-over.ts';
import { visibleName } from '../../view/visible-name.ts';
import { GrantRow } from './grant-row.tsx';
import { TextField } from './text-field.tsx';

interface Props {
  sites: readonly string[];
  isReady: boolean;
}

/** The sites whose downloads are taken over, and a field for one more. */
export function TakeOverSites({ sites, isReady }: Props) {
  const [typed, setTyped] = useState('');
  return (
    <>
      {sites.length === 0 ? null : (
        <ul class="grants" aria-label={words('rules_takeOverSites')}>
          {sites.map(site => (
            <Site key={site} site={site} />
          ))}
        </ul>
      )}
      <form
        class="site-form"
        onSubmit={event => {
          event.preventDefault();
          // Nothing is awaited before: the browser's prompt is for clicks only.
          if (typed.trim() !== '') void addSite(typed).then(isAdded => (isAdded ? setTyped('') : undefined));
        }}
      >
        <TextField
          label={words('rules_addSite')}
          name="take-over-site"
          value={typed}
          onInput={setTyped}
          help={words('rules_addSiteHelp')}
          placeholder="example.org"
          disabled={!isReady}
        />
        <button type="submit" class="button" disabled={!isReady}>
          {words('rules_addSiteButton')}
        </button>
      </form>
    </>
  );
}

function Site({ site }: { site: string }) {
  const name = visibleName(site);
  return (
    <>
      <GrantRow
        title={name}
        button={words('rules_removeSite')}
        label={words('rules_removeSiteOf', name)}
        act={async () => void (await removeSite(site))}
      />
      {isAllowed(site) ? null : (
        <li class="site-unallowed">
          <span>{words('rules_siteUnallowed')}</span>
          <button
            type="button"
            class="button button-small button-main"
            aria-label={words('popup_allowSite', name)}
            onClick={() => void allowTakeOver(site)}
          >
            {words('access_allow')}
          </button>
        </li>
      )}
    </>
  );
}
