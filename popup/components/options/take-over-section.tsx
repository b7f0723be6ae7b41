import { useState } from 'preact/hooks';
import { words } from '../../../src/platform/words.ts';
import { setTakeOver, switchEverySite, takeOverFault } from '../../options/take-over.ts';
import { settingFault, settings } from '../../options/settings.ts';
import { sayCount } from '../../say.ts';
import { entriesOf } from '../../view/options/typed-list.ts';
import { bytesOf, type TypedSize, typedSize } from '../../view/options/typed-size.ts';
import { typedType } from '../../view/options/typed-type.ts';
import { MessageBar } from '../message-bar.tsx';
import { OptionsSection } from './options-section.tsx';
import { SizeField } from './size-field.tsx';
import { TakeOverSites } from './take-over-sites.tsx';
import { TextField } from './text-field.tsx';

/** Which of the browser's own downloads come to the queue instead. */
export function TakeOverSection() {
  const now = settings.value?.takeOver ?? null;
  const fault = takeOverFault.value ?? (settingFault.value?.key === 'takeOver' ? settingFault.value.text : null);
  const sites = (now?.sites ?? []).filter(site => site !== '*');
  const isEvery = now?.sites.includes('*') === true;
  return (
    <OptionsSection
      id="take-over"
      keys={['takeOver']}
      title={words('rules_takeOver')}
      help={words('rules_takeOverHelp')}
    >
      {fault === null ? null : <MessageBar tone="bad">{fault}</MessageBar>}
      <p class="take-over-state">
        {isEvery
          ? words('rules_takeOverEvery')
          : sites.length === 0
            ? words('rules_takeOverOff')
            : sayCount('rules_takeOverOn', sites.length)}
      </p>
      <TakeOverSites sites={sites} isReady={now !== null} />
      <label class="option-switch">
        <input
          type="checkbox"
          name="every-site"
          disabled={now === null}
          checked={isEvery}
          onChange={event => void switchEverySite(event.currentTarget.checked)}
        />
        {words('rules_everySite')}
      </label>
      <Types types={now?.types ?? []} isReady={now !== null} />
      <LeastSize bytes={now?.leastSize ?? null} />
      <p class="field-help">{words('rules_takeOverLeft')}</p>
    </OptionsSection>
  );
}

function Types({ types, isReady }: { types: readonly string[]; isReady: boolean }) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = entriesOf(typed ?? '').map(typedType);
  const bad = entriesOf(typed ?? '').find((_, place) => read[place] === null);
  return (
    <TextField
      label={words('rules_takeOverTypes')}
      name="take-over-types"
      value={typed ?? types.join(', ')}
      onInput={setTyped}
      onChange={() => {
        if (typed === null || bad !== undefined) return;
        void setTakeOver({ types: read.flatMap(type => type ?? []) }).then(() => setTyped(null));
      }}
      help={words('rules_takeOverTypesHelp')}
      placeholder="zip, iso, video/*"
      problem={bad === undefined ? null : words('rules_badType', bad)}
      disabled={!isReady}
    />
  );
}

function LeastSize({ bytes }: { bytes: number | null }) {
  const [typed, setTyped] = useState<TypedSize | null>(null);
  return (
    <SizeField
      label={words('rules_takeOverSize')}
      name="take-over-size"
      value={typed ?? typedSize(bytes)}
      onInput={setTyped}
      onChange={size => void setTakeOver({ leastSize: bytesOf(size) ?? 0 }).then(() => setTyped(null))}
      help={words('rules_takeOverSizeHelp')}
      disabled={bytes === null}
    />
  );
}
