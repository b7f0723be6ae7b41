import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { readText } from '../architecture/source-files.ts';

const PAGES = readdirSync(new URL('../../popup', import.meta.url)).filter(name => name.endsWith('.html'));

/** A script that nothing is painted before, and which waits for no style sheet. */
const OWN = '<script async blocking="render" src="popup.js">';

test('every page wears its theme before it is painted: by the script after the dark colours, or by its own', () => {
  assert.ok(PAGES.length >= 5, PAGES.join(' '));
  for (const page of PAGES) {
    const text = readText(`popup/${page}`);
    const dark = text.indexOf('href="styles/dark.css" media="(prefers-color-scheme: dark)"');
    const script = text.indexOf('<script src="first-look.js">');
    assert.ok(dark > text.indexOf('styles/tokens.css'), page);
    assert.ok(script > dark || (script < 0 && text.includes(OWN)), page);
  }
});

test('the popup’s own script wears the theme before it draws', () => {
  const text = readText('popup/popup.tsx');
  const worn = text.indexOf('wear(rememberedTheme())');
  assert.ok(worn > 0 && worn < text.indexOf('render(<'));
});
