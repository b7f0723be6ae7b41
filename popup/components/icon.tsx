/** Drawn for a grid of 16, in strokes of 1.5: one hand for all of them. */
const PATHS = {
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3.2v9.6L12.5 8z',
  close: 'M4 4l8 8M12 4l-8 8',
  retry: 'M13 8a5 5 0 1 1-1.6-3.7M13 2v3.2H9.8',
  more: 'M8 3.2v.1M8 8v.1M8 12.7v.1',
  open: 'M9.5 3H13v3.5M13 3 7.5 8.5M7 3.5H3.5v9h9V9',
  folder: 'M2 4h4.3l1.4 1.7H14V13H2z',
  copy: 'M5.7 5.7h7.8v7.8H5.7zM3.8 10.3H2.5V2.5h7.8v1.3',
  check: 'M3 8.5 6.5 12 13 4.5',
  alert: 'M8 4.5v4.2M8 11.4v.1M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8z',
  info: 'M8 7.3v4.2M8 4.6v.1M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8z',
  shield: 'M8 1.8 13 3.6v4c0 3.2-2 5.4-5 6.6-3-1.2-5-3.4-5-6.6v-4zM5.7 8l1.7 1.7 3-3.3',
  choose: 'M2 4.2l1.1 1.1L5.2 3M2 11.2l1.1 1.1 2.1-2.3M8 4.5h6M8 11.5h6',
  link: 'M6.7 9.3a2.8 2.8 0 0 0 4 0l2.2-2.2a2.8 2.8 0 0 0-4-4L8 4M9.3 6.7a2.8 2.8 0 0 0-4 0L3.1 8.9a2.8 2.8 0 0 0 4 4L8 12',
  pointer: 'M4 2.5l8.5 5-3.7 1L6.6 12z M9 9.2l2.6 3.6',
  keyboard:
    'M2.5 4h11a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM4.5 7h.1M7 7h.1M9.5 7h.1M12 7h.1M5.5 9.6h5',
  stack: 'M8 2.2 14 5.2 8 8.2 2 5.2zM2 8.2l6 3 6-3M2 11l6 3 6-3',
  chevron: 'M6.2 4.2 10 8l-3.8 3.8',
  'chevron-down': 'M4.2 6.2 8 10l3.8-3.8',
  'arrow-up': 'M8 13V3.2M4 7.2l4-4 4 4',
  'arrow-down': 'M8 3v9.8M4 8.8l4 4 4-4',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  grip: 'M6 4v.1M6 8v.1M6 12v.1M10 4v.1M10 8v.1M10 12v.1',
  panel: 'M2.5 3h11v10h-11zM9.7 3v10',
  undo: 'M6 3.2 3 6.2l3 3M3.2 6.2h6a3.3 3.3 0 0 1 0 6.6H6.5',
  clock: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 4.5V8l2.4 1.6',
  warning: 'M8 2.4 14.2 13H1.8zM8 6.4v3M8 11.1v.1',
  settings:
    'M2.5 5h5.3M11.7 5h1.8M2.5 11h1.8M8.2 11h5.3M9.75 3a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM6.25 9a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  plus: 'M8 3v10M3 8h10',
  edit: 'M3 13l.6-2.8L10.8 3 13 5.2 5.8 12.4zM9.3 4.5l2.2 2.2',
  tiles: 'M2.5 2.5h4.3v4.3H2.5zM9.2 2.5h4.3v4.3H9.2zM2.5 9.2h4.3v4.3H2.5zM9.2 9.2h4.3v4.3H9.2z',
  bin: 'M3 4.5h10M6.2 4.5v-2h3.6v2M4.3 4.5l.6 9h6.2l.6-9M6.9 7v4M9.1 7v4',
  bell: 'M8 2a3.8 3.8 0 0 1 3.8 3.8c0 3.4 1.4 4.6 1.4 4.6H2.8s1.4-1.2 1.4-4.6A3.8 3.8 0 0 1 8 2zM6.6 12.8a1.5 1.5 0 0 0 2.8 0',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.4 10.4 13.5 13.5',
  images: 'M3 3h10v10H3zM3 11l3-3 2.2 2.2L10.5 8 13 10.5M5.8 5.8h.1',
  audio:
    'M6 12V3.5l7-1.2v8.2M4.3 10.3a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4zM11.3 8.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z',
  video: 'M2.5 3.5h11v9h-11zM6.8 6v4l3.2-2z',
  archives: 'M3 2.5h10v11H3zM8 2.5v1.8M8 6v1.2M7 8.8h2v2.2H7z',
  documents: 'M4 2h5l3 3v9H4zM9 2v3h3M6 8h4M6 10.8h4',
  files: 'M4 2h5l3 3v9H4zM9 2v3h3',
  pages:
    'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM1.8 8h12.4M8 1.8c2 1.7 2.7 3.8 2.7 6.2S10 12.5 8 14.2C6 12.5 5.3 10.4 5.3 8S6 3.5 8 1.8z',
} as const;
export type IconName = keyof typeof PATHS;

/** Never says anything by itself: whoever shows an icon names it in words. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
