import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUndo, undoKeys } from '../../../popup/view/undo-keys.ts';

test('the keys that undo have the name of the system', () => {
  assert.equal(undoKeys('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36'), '⌘Z');
  assert.equal(undoKeys('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36'), 'Ctrl+Z');
});

test('isUndo', () => {
  const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  const table: [Partial<Parameters<typeof isUndo>[0]>, boolean][] = [
    [{ ctrlKey: true }, true],
    [{ metaKey: true }, true],
    [{ key: 'Z', ctrlKey: true }, true],
    [{}, false],
    [{ ctrlKey: true, shiftKey: true }, false],
    [{ ctrlKey: true, altKey: true }, false],
    [{ key: 'y', ctrlKey: true }, false],
  ];
  for (const [press, is] of table) assert.equal(isUndo({ key: 'z', ...none, ...press }), is, JSON.stringify(press));
});
