import { words } from '../../../src/platform/words.ts';
import { isAllowed, notifyRefusal, switchNotifying } from '../../options/notify-permission.ts';
import { settings } from '../../options/settings.ts';
import { MessageBar } from '../message-bar.tsx';
import { ChoiceField } from './choice-field.tsx';
import { OptionsSection } from './options-section.tsx';
import { SwitchField } from './switch-field.tsx';

/** How the user is told of what happens without looking at it. */
export function NotifySection() {
  return (
    <OptionsSection
      id="notifications"
      title={words('options_notify')}
      help={words('options_notifyHelp')}
      keys={['notifyDone', 'notifyFailed', 'badge']}
    >
      {notifyRefusal.value === null ? null : (
        <MessageBar tone="bad" onDismiss={() => (notifyRefusal.value = null)}>
          {notifyRefusal.value}
        </MessageBar>
      )}
      <NotifySwitch name="notifyDone" label={words('options_notifyDone')} help={words('options_notifyDoneHelp')} />
      <NotifySwitch
        name="notifyFailed"
        label={words('options_notifyFailed')}
        help={words('options_notifyFailedHelp')}
      />
      <ChoiceField
        name="badge"
        label={words('options_badge')}
        help={words('options_badgeHelp')}
        choices={[
          ['count', words('options_badgeCount')],
          ['percent', words('options_badgePercent')],
        ]}
      />
    </OptionsSection>
  );
}

function NotifySwitch({ name, label, help }: { name: 'notifyDone' | 'notifyFailed'; label: string; help: string }) {
  return (
    <SwitchField
      name={name}
      label={label}
      help={help}
      isOn={isAllowed.value && settings.value?.[name] === true}
      onSwitch={isOn => switchNotifying(name, isOn)}
    />
  );
}
