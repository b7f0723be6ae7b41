import type { WordKey } from '../../../src/platform/words.ts';
import type { Act } from '../../view/manager/acts-for.ts';
import type { KeyAct } from '../../view/manager/keys.ts';
import type { IconName } from '../icon.tsx';

interface Entry {
  readonly icon: IconName;
  readonly label: WordKey;
  /** The key that does the same. */
  readonly key: KeyAct | null;
}

/** How what can be done looks in the bar and in the menu. */
export const ENTRIES: Record<Act, Entry> = {
  open: { icon: 'open', label: 'menu_open', key: 'open' },
  show: { icon: 'folder', label: 'menu_show', key: null },
  pause: { icon: 'pause', label: 'acts_pause', key: 'pause-resume' },
  resume: { icon: 'play', label: 'acts_resume', key: 'pause-resume' },
  'start-now': { icon: 'clock', label: 'acts_startNow', key: null },
  retry: { icon: 'retry', label: 'acts_retry', key: 'retry' },
  again: { icon: 'retry', label: 'menu_again', key: 'retry' },
  top: { icon: 'arrow-up', label: 'acts_top', key: 'top' },
  up: { icon: 'arrow-up', label: 'acts_up', key: 'up' },
  down: { icon: 'arrow-down', label: 'acts_down', key: 'down' },
  bottom: { icon: 'arrow-down', label: 'acts_bottom', key: 'bottom' },
  'copy-links': { icon: 'link', label: 'acts_copyLinks', key: 'copy-links' },
  'delete-file': { icon: 'bin', label: 'menu_deleteFile', key: null },
  remove: { icon: 'close', label: 'acts_remove', key: 'remove' },
  'remove-finished': { icon: 'check', label: 'acts_removeFinished', key: null },
  help: { icon: 'keyboard', label: 'acts_keys', key: 'help' },
};

export const IS_MAC = navigator.userAgent.includes('Mac OS');
