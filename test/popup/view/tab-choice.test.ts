import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  firstChoice,
  hostsToAsk,
  type TabRow,
  tabRows,
  tabsOf,
  type TabState,
} from '../../../popup/view/tab-choice.ts';

const GRANTED = ['https://granted.test/*', 'http://granted.test/*'];

/** The state of a tab with this address, which the browser told by itself (`open`) or not. */
function state(url: string | null, { open = false, isAsleep = false } = {}): TabState | undefined {
  const tabs = [{ id: 1, url, title: 'T', isAsleep }];
  return tabRows(tabs, new Set(open ? [1] : []), GRANTED)[0]?.state;
}

test('a tab is readable where its site is granted, or where the browser told its address by itself', () => {
  assert.equal(state('https://granted.test/a'), 'readable');
  assert.equal(state('https://other.test/a', { open: true }), 'readable');
  assert.equal(state('https://other.test/a'), 'needs-grant');
  assert.equal(state('https://not-granted.test/'), 'needs-grant');
  assert.equal(state(null), 'unnamed');
});

for (const url of [
  'chrome://settings/',
  'chrome-extension://abc/popup.html',
  'about:blank',
  'file:///home/me/list.html',
  'data:text/html,hello',
  'view-source:https://granted.test/',
  'https://chromewebstore.google.com/detail/x',
  'https://chrome.google.com/webstore/detail/x',
  'https://microsoftedge.microsoft.com/addons/x',
])
  test(`closed to extensions, whatever is granted: ${url}`, () => {
    assert.equal(state(url), 'closed');
    assert.equal(state(url, { open: true }), 'closed');
  });

test('a tab that sleeps cannot be read', () => {
  assert.equal(state('https://granted.test/', { isAsleep: true }), 'asleep');
  assert.equal(state('https://chrome.google.com/chrome/', { open: true }), 'readable');
});

function rowsOf(...states: readonly TabState[]): readonly TabRow[] {
  return states.map((each, index) => ({
    id: index + 1,
    title: '',
    host: `h${index + 1}.test:81`,
    hostname: `h${index + 1}.test`,
    state: each,
  }));
}

test('all that can be read are chosen first, or those of them that were highlighted', () => {
  const rows = rowsOf('readable', 'closed', 'needs-grant', 'unnamed', 'asleep');
  assert.deepEqual([...firstChoice(rows, [])], [1, 3]);
  assert.deepEqual([...firstChoice(rows, [1])], [1, 3]);
  assert.deepEqual([...firstChoice(rows, [2, 3])], [3]);
});

test('the browser is asked about each chosen host once, and about no others', () => {
  const [first, second, third, fourth] = rowsOf('needs-grant', 'needs-grant', 'readable', 'needs-grant');
  assert.ok(first && second && third && fourth);
  const rows = [first, { ...second, hostname: first.hostname }, third, fourth];
  assert.deepEqual(hostsToAsk(rows, new Set([1, 2, 3])), ['h1.test']);
  assert.deepEqual(hostsToAsk(rows, new Set([4, 1])), ['h1.test', 'h4.test']);
  assert.deepEqual(hostsToAsk(rows, new Set([3])), []);
});

test('an address names tabs, or none', () => {
  assert.deepEqual(tabsOf('?chosen=4,12'), [4, 12]);
  for (const search of ['', '?chosen=', '?chosen=4,', '?chosen=a', '?chosen=-1', '?tabs=4', '?chosen=99999999999'])
    assert.deepEqual(tabsOf(search), [], search);
});

test('the host is shown as the site of a page, and with its scheme where it is none', () => {
  const hosts = ['https://a.test:81/b', 'chrome://version/', null].map(
    url => tabRows([{ id: 1, url, title: '', isAsleep: false }], new Set(), [])[0]?.host,
  );
  assert.deepEqual(hosts, ['a.test:81', 'chrome://version', '']);
});
