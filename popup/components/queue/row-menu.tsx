import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ListedItem } from '../../../src/messages/listing.ts';
import { type WordKey, words } from '../../../src/platform/words.ts';
import { control } from '../../commands.ts';
import { asksToDelete, copiedOf, copyLink, copyPath, mayOpen, openFile, showFile } from '../../files.ts';
import { entryByKey } from '../../view/menu-keys.ts';
import { type MenuAct, menuOf } from '../../view/row-menu.ts';
import type { RowView } from '../../view/row-view.ts';
import { Icon, type IconName } from '../icon.tsx';
import { putMenu } from '../menu-placing.ts';

interface Props {
  item: ListedItem;
  view: RowView;
}

interface Entry {
  readonly icon: IconName;
  readonly label: WordKey;
  readonly act: (item: ListedItem) => unknown;
}

const ENTRIES: Record<MenuAct, Entry> = {
  open: { icon: 'open', label: 'menu_open', act: openFile },
  show: { icon: 'folder', label: 'menu_show', act: showFile },
  'copy-link': { icon: 'link', label: 'menu_copyLink', act: copyLink },
  'copy-path': { icon: 'copy', label: 'menu_copyPath', act: copyPath },
  again: { icon: 'retry', label: 'menu_again', act: ({ id }) => control([id], 'retry') },
  retry: { icon: 'retry', label: 'popup_retryTip', act: ({ id }) => control([id], 'retry') },
  'delete-file': { icon: 'bin', label: 'menu_deleteFile', act: ({ id }) => (asksToDelete.value = id) },
};

/** A button, and the menu that it opens. The focus is in the menu as long as that is open, and comes back to the button. */
export function RowMenu({ item, view }: Props) {
  const isOpen = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    button.current?.focus({ preventScroll: true });
    isOpen.value = false;
  };
  return (
    <div
      class="menu-holder"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        const isInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        // A window that is left keeps its focus for later.
        if (!isInside && document.hasFocus()) isOpen.value = false;
      }}
    >
      <button
        ref={button}
        type="button"
        class="icon-button"
        data-place="more"
        aria-label={words('menu_more', view.name)}
        title={words('menu_moreTip')}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        <Icon name={copiedOf.value === item.id ? 'check' : 'more'} />
      </button>
      {isOpen.value && button.current !== null ? (
        <Menu item={item} view={view} button={button.current} close={close} />
      ) : null}
    </div>
  );
}

function Menu({ item, view, button, close }: Props & { button: HTMLElement; close: () => void }) {
  const menu = useRef<HTMLDivElement>(null);
  const acts = menuOf(item, view);
  useLayoutEffect(() => {
    if (menu.current === null) return;
    putMenu(menu.current, button.getBoundingClientRect());
    focusEntry(menu.current, 0);
  }, []);
  useEffect(() => {
    // It stands in the window, its button in the page.
    document.addEventListener('scroll', close, { capture: true, once: true });
    return () => document.removeEventListener('scroll', close, { capture: true });
  }, []);
  return (
    <div
      ref={menu}
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label={words('menu_more', view.name)}
      onKeyDown={event => {
        // The keys of the list are none in here.
        event.stopPropagation();
        if (pressed(event, menu.current, close)) event.preventDefault();
      }}
    >
      {acts.map(act => {
        const { icon, label, act: perform } = ENTRIES[act];
        return (
          <button
            key={act}
            type="button"
            class={`menu-entry menu-${act}`}
            role="menuitem"
            tabIndex={-1}
            data-place="more"
            title={act === 'open' && !mayOpen.value ? words('menu_openAsks') : undefined}
            onClick={() => {
              close();
              void perform(item);
            }}
          >
            <Icon name={icon} />
            {words(label)}
          </button>
        );
      })}
    </div>
  );
}

/** Says whether the key did anything in the menu. */
function pressed(event: KeyboardEvent, menu: HTMLElement | null, close: () => void): boolean {
  if (menu === null || event.altKey || event.ctrlKey || event.metaKey) return false;
  if (event.key === 'Escape' || event.key === 'Tab') {
    close();
    // The Tab key goes on from the button.
    return event.key === 'Escape';
  }
  const entries = entriesOf(menu);
  const here = entries.findIndex(entry => entry === document.activeElement);
  const labels = entries.map(entry => entry.textContent);
  const there = event.key === ' ' ? null : entryByKey(event.key, here, labels);
  if (there !== null) focusEntry(menu, there);
  return there !== null;
}

function entriesOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
}

function focusEntry(menu: HTMLElement, index: number): void {
  entriesOf(menu)[index]?.focus({ preventScroll: false });
}
