import type { WordKey } from '../../../src/platform/words.ts';

/** What a key does in the table of the manager. */
export type KeyAct =
  | 'go'
  | 'extend'
  | 'roam'
  | 'toggle'
  | 'select-all'
  | 'clear'
  | 'open'
  | 'pause-resume'
  | 'retry'
  | 'remove'
  | 'undo'
  | 'copy-links'
  | 'up'
  | 'down'
  | 'top'
  | 'bottom'
  | 'menu'
  | 'help';

interface Binding {
  readonly act: KeyAct;
  /** The first is the one that is shown. Command counts as Ctrl. */
  readonly chords: readonly [string, ...string[]];
  readonly word: WordKey;
}

const LEADING = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp'] as const;

function leading(prefix: string): [string, ...string[]] {
  const [first, ...others] = LEADING;
  return [prefix + first, ...others.map(key => prefix + key)];
}

/** All keys of the table, once: what hears them and what tells of them read the same. */
export const KEYS: readonly Binding[] = [
  { act: 'go', chords: leading(''), word: 'acts_keyGo' },
  { act: 'extend', chords: [...leading('Shift+'), ...leading('Ctrl+Shift+')], word: 'acts_keyExtend' },
  { act: 'roam', chords: leading('Ctrl+'), word: 'acts_keyRoam' },
  { act: 'toggle', chords: ['Space', 'Ctrl+Space'], word: 'acts_keyToggle' },
  { act: 'select-all', chords: ['Ctrl+A'], word: 'acts_keyAll' },
  { act: 'clear', chords: ['Escape'], word: 'acts_keyClear' },
  { act: 'open', chords: ['Enter'], word: 'acts_keyOpen' },
  { act: 'pause-resume', chords: ['P'], word: 'acts_keyPause' },
  { act: 'retry', chords: ['R'], word: 'acts_keyRetry' },
  { act: 'remove', chords: ['Delete', 'Backspace'], word: 'acts_keyRemove' },
  { act: 'undo', chords: ['Ctrl+Z'], word: 'acts_keyUndo' },
  { act: 'copy-links', chords: ['Ctrl+C'], word: 'acts_keyCopy' },
  { act: 'up', chords: ['Alt+ArrowUp'], word: 'acts_keyUp' },
  { act: 'down', chords: ['Alt+ArrowDown'], word: 'acts_keyDown' },
  { act: 'top', chords: ['Alt+Home'], word: 'acts_keyTop' },
  { act: 'bottom', chords: ['Alt+End'], word: 'acts_keyBottom' },
  { act: 'menu', chords: ['Shift+F10', 'ContextMenu'], word: 'acts_keyMenu' },
  { act: 'help', chords: ['?'], word: 'acts_keyHelp' },
];

const ACTS = new Map(KEYS.flatMap(({ act, chords }) => chords.map(chord => [chord, act] as const)));

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export function actOfKey(press: Press): KeyAct | null {
  return ACTS.get(chordOf(press)) ?? null;
}

/** `Ctrl+Shift+A`. Shift is not named where it is what makes the sign. */
function chordOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): string {
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase() && key !== ' ';
  const held = [...(ctrlKey || metaKey ? ['Ctrl'] : []), ...(altKey ? ['Alt'] : [])];
  return [...held, ...(shiftKey && !isSign ? ['Shift'] : []), name].join('+');
}

/** The chord of an act, as it is shown beside it. */
export function chordFor(act: KeyAct, isMac: boolean): string {
  return shownChord(KEYS.find(each => each.act === act)?.chords[0] ?? '', isMac);
}

/** The chords of an act as they are shown. Where keys that lead are held with others, the arrows stand for all of them. */
export function shownChords(act: KeyAct, isMac: boolean): readonly string[] {
  const chords = KEYS.find(each => each.act === act)?.chords ?? [];
  const isOfMany = act === 'extend' || act === 'roam';
  return chords.slice(0, isOfMany ? 2 : undefined).map(chord => shownChord(chord, isMac));
}

const MAC = new Map([
  ['Ctrl', '⌘'],
  ['Alt', '⌥'],
  ['Shift', '⇧'],
]);
const SIGNS = new Map([
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['Delete', 'Del'],
  ['Escape', 'Esc'],
  ['PageUp', 'PgUp'],
  ['PageDown', 'PgDn'],
  ['ContextMenu', '☰'],
]);

function shownChord(chord: string, isMac: boolean): string {
  const parts = chord.split('+').map(part => (isMac ? MAC.get(part) : undefined) ?? SIGNS.get(part) ?? part);
  return parts.join(isMac ? '' : '+');
}

/** `aria-keyshortcuts` of an act. */
export function ariaChord(act: KeyAct): string {
  const chord = KEYS.find(each => each.act === act)?.chords[0] ?? '';
  return chord.replace('Ctrl', 'Control');
}
