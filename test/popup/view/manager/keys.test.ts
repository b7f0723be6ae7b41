import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actOfKey, ariaChord, chordFor, KEYS, shownChords } from '../../../../popup/view/manager/keys.ts';

const BARE = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

function act(key: string, held: Partial<typeof BARE> = {}): string | null {
  return actOfKey({ ...BARE, key, ...held });
}

test('a key is known with what is held, Command as Ctrl', () => {
  assert.equal(act('ArrowDown'), 'go');
  assert.equal(act('ArrowDown', { shiftKey: true }), 'extend');
  assert.equal(act('ArrowDown', { ctrlKey: true, shiftKey: true }), 'extend');
  assert.equal(act('ArrowDown', { metaKey: true }), 'roam');
  assert.equal(act('ArrowDown', { altKey: true }), 'down');
  assert.equal(act('a', { ctrlKey: true }), 'select-all');
  assert.equal(act('A', { metaKey: true }), 'select-all', 'with caps lock');
  assert.equal(act(' '), 'toggle');
  assert.equal(act('F10', { shiftKey: true }), 'menu');
  assert.equal(act('?', { shiftKey: true }), 'help', 'a sign is what it is, however it is made');
  assert.equal(act('?'), 'help');
});

test('what has no meaning here is the browser’s', () => {
  assert.equal(act('a'), null);
  assert.equal(act('p', { ctrlKey: true }), null, 'to print');
  assert.equal(act('Z', { ctrlKey: true, shiftKey: true }), null, 'to do again');
  assert.equal(act('r', { ctrlKey: true }), null, 'to load anew');
  assert.equal(act('Delete', { ctrlKey: true }), null);
});

test('no chord has two meanings', () => {
  const chords = KEYS.flatMap(each => each.chords);
  assert.equal(new Set(chords).size, chords.length);
});

test('chords are shown as the system writes them', () => {
  assert.equal(chordFor('undo', false), 'Ctrl+Z');
  assert.equal(chordFor('undo', true), '⌘Z');
  assert.equal(chordFor('up', false), 'Alt+↑');
  assert.equal(chordFor('up', true), '⌥↑');
  assert.deepEqual(shownChords('menu', false), ['Shift+F10', '☰']);
  assert.deepEqual(shownChords('extend', false), ['Shift+↓', 'Shift+↑'], 'the arrows stand for all that lead');
  assert.equal(shownChords('go', false).length, 6);
  assert.equal(ariaChord('copy-links'), 'Control+C');
});
