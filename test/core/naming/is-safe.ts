import assert from 'node:assert/strict';

/** A name as every system takes it, said in other words than those of `safe-name.ts`. */
export function assertSafe(name: string): void {
  assert.notEqual(name, '');
  assert.ok(new TextEncoder().encode(name).length <= 240, 'longer than 240 bytes');
  assert.equal(name, name.toWellFormed(), 'half a character');
  assert.equal(name, name.normalize('NFC'), 'not in NFC');
  for (const character of name) assert.ok(!isIllegal(character), `illegal U+${character.codePointAt(0)?.toString(16)}`);
  assert.ok(!/^[.\s]|[.\s]$/u.test(name), 'a dot or a space at an end');
  assert.ok(!isReservedOnWindows(name), 'reserved on Windows');
}

const BIDI_AND_ZERO_WIDTH = [
  [0x00ad, 0x00ad],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
] as const;

function isIllegal(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f) || (code & 0xfffe) === 0xfffe) return true;
  return '/\\:*?"<>|'.includes(character) || BIDI_AND_ZERO_WIDTH.some(([from, to]) => code >= from && code <= to);
}

const DEVICES = new Set(
  ['con', 'prn', 'aux', 'nul', 'clock$', 'conin$', 'conout$'].concat(
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap(digit => [`com${digit}`, `lpt${digit}`]),
  ),
);

function isReservedOnWindows(name: string): boolean {
  const lower = name.toLowerCase();
  const [stem = ''] = lower.split('.');
  const extension = lower.slice(lower.lastIndexOf('.') + 1);
  const isObeyed =
    lower.includes('.') && (['lnk', 'local', 'scf', 'url'].includes(extension) || /^\{.*\}$/.test(extension));
  return DEVICES.has(stem) || ['desktop.ini', 'thumbs.db'].includes(lower) || isObeyed;
}
