import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Choice } from '../../src/core/links/choice.ts';
import type { PageLinks } from '../../src/messages/protocol.ts';
import { sameAsLast } from '../../src/worker/same-as-last.ts';
import { makeLink } from '../core/links/make-link.ts';

const PAGE: PageLinks = {
  title: 'Rivers',
  url: 'https://www.example.org/rivers/',
  links: [
    makeLink({ url: 'https://example.org/a.pdf', text: 'A' }),
    makeLink({ url: 'https://example.org/b.zip' }),
    makeLink({ url: 'https://example.org/page' }),
    makeLink({ url: 'http://192.168.1.1/c.pdf' }),
  ],
  leftOut: 0,
  unusable: 0,
  unreadFrames: 0,
};
const CHOICE: Choice = {
  kinds: ['documents'],
  hosts: [],
  include: '',
  exclude: '',
  text: '',
  takes: 'all',
  mask: '',
  folder: 'rivers',
  conflict: 'skip',
  isPaused: true,
};

const ports = (page: PageLinks | null, choice: Choice | null) => ({
  readPage: async () => page,
  lastChoice: async (site: string) => (site === 'example.org' ? choice : null),
});

test('what the last choice of the site takes of the page, with its terms; never the own network', async () => {
  const ask = await sameAsLast(ports(PAGE, CHOICE), 7);
  assert.ok(ask !== null && ask !== 'refused');
  assert.deepEqual(
    ask.links.map(({ url, referrer, title, text }) => [url, referrer, title, text]),
    [['https://example.org/a.pdf', 'https://example.org/', 'Rivers', 'A']],
  );
  const { links: _, ...terms } = ask;
  assert.deepEqual(terms, { paused: true, folder: 'rivers', conflict: 'skip' });
});

test('without a choice there is nothing to ask; a page that cannot be read is told', async () => {
  assert.equal(await sameAsLast(ports(PAGE, null), 7), null);
  assert.equal(await sameAsLast(ports({ ...PAGE, url: 'https://other.org/' }, CHOICE), 7), null);
  assert.equal(await sameAsLast(ports(null, CHOICE), 7), 'refused');
  assert.equal(await sameAsLast(ports({ ...PAGE, url: 'chrome://settings/' }, CHOICE), 7), 'refused');
});
