import assert from 'node:assert/strict';
import { test } from 'node:test';
import { progressLine } from '../../scripts/start/progress-line.mjs';
import type { ListedItem } from '../../src/messages/listing.ts';

function item(status: ListedItem['status'], bytes: number): ListedItem {
  return { status, bytes } as ListedItem;
}

function output(isTTY: boolean) {
  let text = '';
  const line = progressLine({ isTTY, write: more => (text += more) });
  return { line, text: () => text };
}

test('a terminal sees one line that is rewritten, with the speed', () => {
  const { line, text } = output(true);
  line.show([item('running', 0), item('queued', 0)], 0);
  line.show([item('done', 2_000_000), item('failed', 0)], 1000);
  line.end();
  assert.equal(text(), '\r\x1b[2K0 of 2 done, 0 B\r\x1b[2K1 of 2 done, 1 failed, 2.0 MB, 2.0 MB/s\r\x1b[2K');
});

test('a file sees a line at most every five seconds, and only when something has changed', () => {
  const { line, text } = output(false);
  for (const [at, bytes] of [
    [0, 0],
    [500, 10],
    [5000, 10],
    [5500, 10],
    [11_000, 10],
    [16_000, 20],
  ] as const) {
    line.show([item('running', bytes)], at);
  }
  line.end();
  assert.equal(text(), '0 of 1 done, 0 B\n0 of 1 done, 10 B\n0 of 1 done, 20 B, 2 B/s\n');
});
