import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../../../src/platform/words.ts';
import { sizes } from '../../chooser/sizes.ts';
import {
  filter,
  known,
  layout,
  narrow,
  pointAt,
  reachTo,
  rows,
  select,
  selected,
  shown,
  toggle,
} from '../../chooser/store.ts';
import { NO_FILTER } from '../../../src/core/links/choice.ts';
import type { OfferedLink } from '../../../src/core/links/offered-link.ts';
import { placeByKey } from '../../view/place-by-key.ts';
import { sizeText } from '../../view/sizes.ts';
import { scrollTo, windowRows } from '../../view/window-rows.ts';
import { focusFilter } from './chooser-tools.tsx';
import { LinkRow } from './link-row.tsx';
import { LinkTile } from './link-tile.tsx';

/** px; the style sheet has the same heights. */
const ROW_HEIGHT = 52;
const TILE_HEIGHT = 184;
const LEAST_TILE_WIDTH = 168;
const HEAD_HEIGHT = 29;

/** The links that match, of which only those in view are rendered. One is reached by Tab, the others by arrows. */
export function LinkList() {
  const view = useRef<HTMLDivElement>(null);
  const scrolled = useSignal(0);
  const room = useSignal({ width: 0, height: 0 });
  const cursor = useSignal(0);
  const places = shown.value;
  const count = places.length;
  const current = Math.min(cursor.value, count - 1);
  const areTiles = layout.value === 'tiles';
  const columns = areTiles ? Math.max(1, Math.floor(room.value.width / LEAST_TILE_WIDTH)) : 1;
  const rowHeight = areTiles ? TILE_HEIGHT : ROW_HEIGHT;
  const viewHeight = Math.max(0, room.value.height - (areTiles ? 0 : HEAD_HEIGHT));

  useLayoutEffect(() => {
    const element = view.current;
    if (element === null) return undefined;
    const measure = (): void => void (room.value = { width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    cursor.value = 0;
    view.current?.scrollTo(0, 0);
  }, [filter.value]);
  // Another layout, the same link under the eyes.
  useLayoutEffect(() => {
    if (view.current !== null && current > 0) view.current.scrollTop = Math.floor(current / columns) * rowHeight;
  }, [layout.value]);

  const seen = windowRows(Math.ceil(count / columns), rowHeight, scrolled.value, viewHeight);
  const [start, end] = [seen.start * columns, Math.min(count, seen.end * columns)];
  const inWindow = Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset);
  // The link with the focus stays in the page although it was scrolled away.
  const rendered = current < 0 || (current >= start && current < end) ? inWindow : [...inWindow, current];

  function moveTo(position: number): void {
    const element = view.current;
    if (element === null) return;
    cursor.value = position;
    element.scrollTop = scrollTo(Math.floor(position / columns), rowHeight, element.scrollTop, viewHeight);
    scrolled.value = element.scrollTop;
    requestAnimationFrame(() => {
      element.querySelector<HTMLElement>(`[data-position="${position}"]`)?.focus({ preventScroll: true });
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      select(event.shiftKey ? 'none' : 'all');
      return;
    }
    const next = placeByKey(mirrored(event.key), current, count, columns, Math.floor(viewHeight / rowHeight));
    const [from, to] = [places[current], next === null ? undefined : places[next]];
    if (next === null || from === undefined || to === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    if (event.shiftKey) reachTo(from, to);
    else pointAt(to);
    moveTo(next);
  }

  return (
    <div
      ref={view}
      class="link-view"
      role="group"
      aria-label={words('chooser_listLabel')}
      onScroll={event => (scrolled.value = event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      {count === 0 ? <NoMatch /> : null}
      {areTiles || count === 0 ? null : <Head />}
      <ul class={areTiles ? 'link-tiles' : 'link-rows'} style={{ blockSize: `${seen.height}px` }}>
        {rendered.map(position => {
          const index = places[position];
          const link = index === undefined ? undefined : rows.value[index];
          if (index === undefined || link === undefined) return null;
          const Link = areTiles ? LinkTile : LinkRow;
          return (
            <Link
              key={index}
              link={link}
              place={{ position, count }}
              known={known.value.get(link.url) ?? null}
              size={sizeOf(link)}
              isSelected={selected.value.has(index)}
              isCurrent={position === current}
              style={{
                insetBlockStart: `${Math.floor(position / columns) * rowHeight}px`,
                insetInlineStart: `${((position % columns) * 100) / columns}%`,
                inlineSize: `${100 / columns}%`,
              }}
              onToggle={reach => {
                cursor.value = position;
                toggle(index, reach);
              }}
            />
          );
        })}
      </ul>
    </div>
  );
}

/** Where the page is written from the right, the next tile is on the left. */
function mirrored(key: string): string {
  if (document.documentElement.dir !== 'rtl') return key;
  if (key === 'ArrowLeft') return 'ArrowRight';
  return key === 'ArrowRight' ? 'ArrowLeft' : key;
}

/** Names for the columns, for the eye only: each row says what it has in an order that a reader can follow. */
function Head() {
  return (
    <div class="link-head link-columns" aria-hidden="true">
      <span />
      <span />
      <span>{words('chooser_columnName')}</span>
      <span class="link-where">{words('chooser_columnHost')}</span>
      <span class="link-kind">{words('chooser_columnKind')}</span>
      <span class="link-size">{words('chooser_columnSize')}</span>
    </div>
  );
}

function NoMatch() {
  return (
    <div class="no-match">
      <p>{words('chooser_noMatch')}</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          narrow(NO_FILTER);
          focusFilter();
        }}
      >
        {words('chooser_clearFilters')}
      </button>
    </div>
  );
}

/** Bytes where the server told them, else the measures of a picture. */
function sizeOf({ url, found }: OfferedLink): string {
  const bytes = sizes.value.get(url) ?? null;
  if (bytes !== null) return sizeText(bytes);
  return found.size === null ? '' : `${found.size.width} × ${found.size.height}`;
}
