import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ForeignDownload } from '../../../src/core/take-over/foreign-download.ts';
import { type Around, type Obstacle, obstacleToTakeOver } from '../../../src/core/take-over/obstacle.ts';
import type { TakeOverSettings } from '../../../src/core/take-over/take-over-settings.ts';
import { makeDownload } from './make-download.ts';

const ON: TakeOverSettings = { sites: ['example.com'], types: [], leastSize: 1_000 };
const AROUND: Around = { grants: ['https://*/*', 'http://*/*'], bypasses: [], now: 50_000 };
const BYPASS = { origin: 'https://www.example.com', at: 49_000 };

interface Case {
  readonly name: string;
  readonly download?: Partial<ForeignDownload>;
  readonly settings?: Partial<TakeOverSettings>;
  readonly around?: Partial<Around>;
  readonly obstacle: Obstacle | null;
}

const CASES: readonly Case[] = [
  { name: 'a plain one', obstacle: null },
  { name: 'that of an extension', download: { isOfExtension: true }, obstacle: 'of-extension' },
  { name: 'one that is complete', download: { state: 'complete' }, obstacle: 'ended' },
  { name: 'one that has failed', download: { state: 'interrupted' }, obstacle: 'ended' },
  { name: 'an incognito one', download: { isIncognito: true }, obstacle: 'incognito' },
  { name: 'a blob', download: { url: 'blob:https://www.example.com/1' }, obstacle: 'not-web' },
  { name: 'data', download: { url: 'data:text/plain,hello' }, obstacle: 'not-web' },
  { name: 'ftp', download: { url: 'ftp://example.com/a' }, obstacle: 'not-web' },
  { name: 'one that is led to data', download: { finalUrl: 'data:text/plain,hello' }, obstacle: 'not-web' },
  { name: 'one of a local page', download: { referrer: 'file:///home/a.html' }, obstacle: 'not-web' },
  { name: 'a sign-in', download: { url: 'https://me:secret@files.example.com/a' }, obstacle: 'sign-in' },
  { name: 'an address too long', download: { url: `https://example.com/${'a'.repeat(40_000)}` }, obstacle: 'not-web' },
  { name: 'another site', settings: { sites: ['other.com'] }, obstacle: 'site-off' },
  { name: 'no site', settings: { sites: [] }, obstacle: 'site-off' },
  { name: 'every site', settings: { sites: ['*'] }, obstacle: null },
  { name: 'the host of the file, not of the page', settings: { sites: ['files.example.com'] }, obstacle: 'site-off' },
  { name: 'the very page', settings: { sites: ['www.example.com'] }, obstacle: null },
  { name: 'a longer name', download: { referrer: 'https://notexample.com/' }, obstacle: 'site-off' },
  {
    name: 'the host of the file, where no page is told',
    download: { referrer: null },
    settings: { sites: ['files.example.com'] },
    obstacle: null,
  },
  { name: 'no page, and another host', download: { referrer: null, url: 'https://a.org/b' }, obstacle: 'site-off' },
  { name: 'one byte too few', download: { total: 999 }, obstacle: 'small' },
  { name: 'just as many as needed', download: { total: 1_000 }, obstacle: null },
  { name: 'nobody knows how big', download: { total: null }, obstacle: 'small' },
  { name: 'nobody knows, nobody cares', download: { total: null }, settings: { leastSize: 0 }, obstacle: null },
  { name: 'a type that fits', settings: { types: ['audio/*', 'video/*'] }, obstacle: null },
  { name: 'the very type', settings: { types: ['video/mp4'] }, obstacle: null },
  { name: 'another type', settings: { types: ['video/mp'] }, obstacle: 'other-type' },
  { name: 'an unknown type', download: { type: null }, settings: { types: ['video/*'] }, obstacle: 'other-type' },
  { name: 'an extension that fits', settings: { types: ['mp4'] }, obstacle: null },
  { name: 'a part of an extension', settings: { types: ['p4'] }, obstacle: 'other-type' },
  {
    name: 'an extension where the redirects end',
    download: { url: 'https://files.example.com/get', finalUrl: 'https://cdn.example.net/B/X.TAR.GZ' },
    settings: { types: ['tar.gz'] },
    obstacle: null,
  },
  { name: 'no access to the file', around: { grants: ['https://*.example.com/*'] }, obstacle: 'no-access' },
  {
    name: 'no access to the page',
    around: { grants: ['https://cdn.example.net/*', 'https://files.example.com/*'] },
    obstacle: 'no-access',
  },
  { name: 'a bypass', around: { bypasses: [BYPASS] }, obstacle: 'bypassed' },
  {
    name: 'a bypass in another page',
    around: { bypasses: [{ ...BYPASS, origin: 'https://example.com' }] },
    obstacle: null,
  },
  { name: 'a bypass of any page', download: { referrer: null }, around: { bypasses: [BYPASS] }, obstacle: 'bypassed' },
  { name: 'a bypass of just now', around: { bypasses: [{ ...BYPASS, at: 40_001 }] }, obstacle: 'bypassed' },
  { name: 'one too old', around: { bypasses: [{ ...BYPASS, at: 40_000 }] }, obstacle: null },
  { name: 'one of the future', around: { bypasses: [{ ...BYPASS, at: 50_001 }] }, obstacle: null },
];

for (const { name, download, settings, around, obstacle } of CASES)
  test(`obstacleToTakeOver: ${name} → ${obstacle ?? 'none'}`, () => {
    assert.equal(
      obstacleToTakeOver(makeDownload(download), { ...ON, ...settings }, { ...AROUND, ...around }),
      obstacle,
    );
  });
