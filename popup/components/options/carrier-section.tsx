import { type WordKey, words } from '../../../src/platform/words.ts';
import type { CarrierName } from '../../../src/core/carriers/carrier-name.ts';
import { OptionsSection } from './options-section.tsx';

const CARRIERS = [
  ['background-fetch', 'options_fetchTitle', 'options_fetchWhen', 'options_fetchNeeds'],
  ['browser-download', 'options_downloadTitle', 'options_downloadWhen', 'options_downloadNeeds'],
] as const satisfies readonly (readonly [name: CarrierName, title: WordKey, when: WordKey, needs: WordKey])[];

/** Which way a file travels when. It is chosen for each file by what its server can do; there is nothing to set. */
export function CarrierSection() {
  return (
    <OptionsSection id="carriers" title={words('options_carriers')} help={words('options_carriersHelp')}>
      <div class="carriers">
        {CARRIERS.map(([name, title, when, needs]) => (
          <div key={name} class="carrier">
            <h3>{words(title)}</h3>
            <p>{words(when)}</p>
            <p class="field-help">{words(needs)}</p>
          </div>
        ))}
      </div>
      <p class="carrier-link">
        <a href="#sites">{words('options_carriersSites')}</a>
      </p>
    </OptionsSection>
  );
}
