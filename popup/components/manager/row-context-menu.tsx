import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../../../src/platform/words.ts';
import { perform } from '../../manager/acts.ts';
import { closeMenu, menuPlace, type MenuPlace } from '../../manager/menu.ts';
import { chosen, cursor } from '../../manager/selection.ts';
import { showLine } from '../../manager/showing.ts';
import { sayCount } from '../../say.ts';
import { type Act, menuFor } from '../../view/manager/acts-for.ts';
import { ariaChord, chordFor } from '../../view/manager/keys.ts';
import { entryByKey } from '../../view/menu-keys.ts';
import { placeMenu } from '../../view/menu-place.ts';
import { Icon } from '../icon.tsx';
import { ENTRIES, IS_MAC } from './act-entries.ts';

/** The button at the end of a line that opens the menu; what the table hears does the rest. */
export function RowMore({ name }: { name: string }) {
  return (
    <button
      type="button"
      class="icon-button row-more"
      data-menu
      tabIndex={-1}
      aria-label={words('menu_more', name)}
      title={words('menu_moreTip')}
      aria-haspopup="menu"
    >
      <Icon name="more" />
    </button>
  );
}

/** The menu of all that is selected. The focus is in it as long as it is open, and then goes back to the line. */
export function RowContextMenu() {
  const place = menuPlace.value;
  // Opened elsewhere it is another menu: it is placed, and begins, anew.
  return place === null ? null : <Menu key={`${place.box.left} ${place.box.top}`} place={place} />;
}

function close(): void {
  closeMenu();
  if (cursor.value !== null) showLine(cursor.value);
}

function Menu({ place }: { place: MenuPlace }) {
  const menu = useRef<HTMLDivElement>(null);
  const sections = menuFor(chosen.value);
  const label = sayCount('acts_menuLabel', chosen.value.count);
  useLayoutEffect(() => {
    if (menu.current === null) return;
    put(menu.current, place);
    entriesOf(menu.current)[0]?.focus();
  }, []);
  useEffect(() => {
    // It stands in the window, the lines in the page.
    const ended = new AbortController();
    const { signal } = ended;
    const onPress = ({ target }: Event): void => {
      if (!(target instanceof Node && menu.current?.contains(target) === true)) closeMenu();
    };
    document.addEventListener('pointerdown', onPress, { capture: true, signal });
    globalThis.addEventListener('resize', closeMenu, { signal });
    document.addEventListener('wheel', onPress, { capture: true, passive: true, signal });
    return () => ended.abort();
  }, []);
  return (
    <section aria-label={label}>
      <div
        ref={menu}
        class="menu acts-menu"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onContextMenu={event => event.preventDefault()}
        onKeyDown={event => {
          if (menu.current !== null && pressed(event, menu.current)) event.preventDefault();
        }}
      >
        {sections.map(section => (
          <div key={section[0]} role="presentation" class="menu-section">
            {section.map(act => (
              <Entry key={act} act={act} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function Entry({ act }: { act: Act }) {
  const { icon, label, key } = ENTRIES[act];
  return (
    <button
      type="button"
      class={`menu-entry menu-${act}`}
      role="menuitem"
      tabIndex={-1}
      aria-keyshortcuts={key === null ? undefined : ariaChord(key)}
      onClick={() => {
        close();
        void perform(act);
      }}
    >
      <Icon name={icon} />
      <span class="menu-label">{words(label)}</span>
      {key === null ? null : (
        <kbd class="menu-chord" aria-hidden="true">
          {chordFor(key, IS_MAC)}
        </kbd>
      )}
    </button>
  );
}

/** Says whether the key did anything in the menu. */
function pressed(event: KeyboardEvent, menu: HTMLElement): boolean {
  if (event.key === 'Escape' || event.key === 'Tab') {
    close();
    return true;
  }
  if (event.altKey || event.ctrlKey || event.metaKey || event.key === ' ') return false;
  const entries = entriesOf(menu);
  const here = entries.findIndex(entry => entry === document.activeElement);
  const labels = entries.map(entry => entry.querySelector('.menu-label')?.textContent ?? '');
  const there = entryByKey(event.key, here, labels);
  if (there !== null) entries[there]?.focus();
  return there !== null;
}

function entriesOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
}

function put(menu: HTMLElement, { box, edge }: MenuPlace): void {
  const size = { width: menu.offsetWidth, height: menu.offsetHeight };
  const view = { width: document.documentElement.clientWidth, height: globalThis.innerHeight };
  const isRightToLeft = document.documentElement.dir === 'rtl';
  const { left, top, height } = placeMenu(box, size, view, isRightToLeft === (edge === 'end'));
  Object.assign(menu.style, { left: `${left}px`, top: `${top}px`, maxHeight: `${height}px` });
}
