import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAddress } from '../../../src/core/links/read-address.ts';

const BASE = 'https://a.com/b/c.html?d#e';
const CASES: readonly [address: string, url: string | null][] = [
  ['f.zip', 'https://a.com/b/f.zip'],
  ['/f.zip#part', 'https://a.com/f.zip'],
  ['//b.com/f.zip', 'https://b.com/f.zip'],
  [' http://b.com/f g ', 'http://b.com/f%20g'],
  ['?x', 'https://a.com/b/c.html?x'],
  ['', ''],
  ['  ', ''],
  ['#top', ''],
  ['javascript:alert(1)', null],
  [' java\nscript:alert(1)', null],
  ['data:text/html,x', null],
  ['blob:https://a.com/1', null],
  ['mailto:a@b.com', null],
  ['ftp://a.com/b', null],
  ['https://', null],
  [`/${'a'.repeat(2_000_000)}`, null],
  [`/${'ä'.repeat(12_000)}`, null],
];

for (const [address, url] of CASES)
  test(`readAddress: ${JSON.stringify(address.slice(0, 40))}`, () => {
    assert.equal(readAddress(address, BASE), url);
  });
