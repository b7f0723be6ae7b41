import './extension.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OF_CONTENT_SCRIPTS } from '../../src/messages/protocol.ts';
import { isOwnPage, mayAskWorker } from '../../src/platform/senders.ts';

const PAGE = { id: 'longhaul', url: 'chrome-extension://longhaul/popup.html', origin: 'chrome-extension://longhaul' };
const SCRIPT = { id: 'longhaul', url: 'https://example.com/page', origin: 'https://example.com' };
const STRANGERS = [
  { ...PAGE, id: 'another' },
  { ...SCRIPT, id: 'another' },
  { ...SCRIPT, id: undefined },
  { id: 'longhaul' },
  {},
];

test('our pages may ask the worker for all', () => {
  for (const name of ['enqueue', 'bypass', 'nonsense']) assert.ok(mayAskWorker(PAGE, name), name);
  assert.ok(isOwnPage(PAGE));
});

test('our content scripts may say that a download is the browser’s or that a link was clicked, and nothing else', () => {
  assert.deepEqual(OF_CONTENT_SCRIPTS, ['bypass', 'send-link']);
  for (const name of OF_CONTENT_SCRIPTS) assert.ok(mayAskWorker(SCRIPT, name), name);
  for (const name of [
    'enqueue',
    'list',
    'settings',
    'summary',
    'read-page',
    'read-basket',
    'toString',
    '',
    undefined,
    ['bypass'],
  ])
    assert.ok(!mayAskWorker(SCRIPT, name), String(name));
  assert.ok(!isOwnPage(SCRIPT));
});

test('nobody else is heard', () => {
  for (const stranger of STRANGERS)
    for (const name of ['bypass', 'list']) assert.ok(!mayAskWorker(stranger, name), JSON.stringify(stranger));
});
