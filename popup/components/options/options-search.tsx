import { words } from '../../../src/platform/words.ts';
import { find } from '../../options/finding.ts';

/** Leaves only the sections that speak of what is typed. */
export function OptionsSearch() {
  return (
    <div role="search">
      <input
        type="search"
        class="options-search"
        aria-label={words('options_search')}
        placeholder={words('options_search')}
        onInput={({ currentTarget }) => find(currentTarget.value)}
      />
    </div>
  );
}
