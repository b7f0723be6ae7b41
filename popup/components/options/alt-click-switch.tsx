import { words } from '../../../src/platform/words.ts';
import { altClick, altClickFault, switchAltClick } from '../../options/alt-click.ts';
import { MessageBar } from '../message-bar.tsx';

export function AltClickSwitch() {
  return (
    <>
      {altClickFault.value === null ? null : <MessageBar tone="bad">{altClickFault.value}</MessageBar>}
      <label class="option-switch">
        <input
          type="checkbox"
          name="alt-click"
          disabled={altClick.value === null}
          checked={altClick.value === true}
          onChange={event => void switchAltClick(event.currentTarget.checked)}
        />
        {words('options_altClick')}
      </label>
    </>
  );
}
