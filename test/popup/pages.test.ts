import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { readText } from '../architecture/source-files.ts';

const PAGES = readdirSync(new URL('../../popup', import.meta.url)).filter(name => name.endsWith('.html'));

test('every page wears its theme before it is painted: its head has the colours of the dark, and then the script', () => {
  assert.ok(PAGES.length >= 5, PAGES.join(' '));
  for (const page of PAGES) {
    const text = readText(`popup/${page}`);
    const dark = text.indexOf('href="styles/dark.css" media="(prefers-color-scheme: dark)"');
    const script = text.indexOf('<script src="first-look.js">');
    assert.ok(dark > text.indexOf('styles/tokens.css') && script > dark, page);
  }
});
