import type { ComponentChildren } from 'preact';
import { words } from '../../src/platform/words.ts';
import { Icon, type IconName } from './icon.tsx';
import { IconButton } from './icon-button.tsx';

interface Props {
  tone: 'plain' | 'good' | 'bad';
  children: ComponentChildren;
  /** Without it the bar stays until its cause is gone. */
  onDismiss?: () => void;
}

const ICONS = { plain: 'info', good: 'check', bad: 'alert' } as const satisfies Record<Props['tone'], IconName>;

export function MessageBar({ tone, children, onDismiss }: Props) {
  return (
    <div class={`message message-${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon name={ICONS[tone]} />
      <div class="message-body">{children}</div>
      {onDismiss === undefined ? null : (
        <IconButton icon="close" label={words('popup_dismiss')} tip={words('popup_dismiss')} onClick={onDismiss} />
      )}
    </div>
  );
}
