import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askFor } from '../../../src/core/links/ask-for.ts';
import type { FoundLink } from '../../../src/core/links/found-link.ts';

const PAGE = { title: 'A list' };
const LINK: FoundLink = {
  url: 'https://files.test/a.zip',
  kind: 'link',
  page: 'https://page.test/list',
  text: 'The first',
  download: null,
  type: null,
  size: null,
  referrerPolicy: 'origin',
};
const ASK = {
  url: 'https://files.test/a.zip',
  referrer: 'https://page.test/list',
  referrerPolicy: 'origin',
  title: 'A list',
  text: 'The first',
};

test('askFor tells the page and what it says of the link', () => {
  assert.deepEqual(askFor(LINK, PAGE), ASK);
  assert.deepEqual(askFor({ ...LINK, download: 'b.zip' }, PAGE), { ...ASK, download: 'b.zip' });
});
