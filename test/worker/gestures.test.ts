import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FoundLink } from '../../src/core/links/found-link.ts';
import type { Notice, PageLinks } from '../../src/messages/protocol.ts';
import { createGestures, type Gestures, type MenuClick } from '../../src/worker/gestures.ts';
import { World } from '../fakes/world.ts';

const PAGE = 'https://page.test/list';
const CLICK = { tabId: 7, frameId: 0, pageUrl: PAGE, title: 'A list', target: null } as const;

function pageWith(...urls: readonly string[]): PageLinks {
  const link = { kind: 'link', page: PAGE, text: '', download: null, type: null, size: null } as const;
  const links = urls.map((url): FoundLink => ({ ...link, url, referrerPolicy: 'strict-origin-when-cross-origin' }));
  return { title: 'A list', url: PAGE, links, leftOut: 0, unusable: 0, unreadFrames: 0 };
}

/** Gestures over a queue in memory, and what they did beyond it. */
function gesturesOn(found: PageLinks | null = null) {
  const world = new World();
  const { ports, keeper } = world.worker();
  const opened: string[] = [];
  const baskets = new Map<string, PageLinks>();
  const notices: Notice[] = [];
  const gestures = createGestures(
    ports,
    {
      readPage: async () => found,
      readSelection: async () => found,
      readFrame: async () => found,
      openChooser: async tabId => void opened.push(`chooser ${tabId}`),
      putAside: async (id, page) => void baskets.set(id, page),
      openBasket: async (id, tabId) => {
        assert.ok(baskets.has(id), 'the basket is full before the chooser opens');
        opened.push(`basket ${tabId}`);
      },
      openTabs: async tabId => void opened.push(`tabs ${tabId}`),
      openQueue: async () => void opened.push('queue'),
      openPanel: async tabId => void opened.push(`panel ${tabId}`),
      lastChoice: async () => null,
      tell: async notice => void notices.push(notice),
    },
    keeper,
  );
  return { world, gestures, opened, baskets, notices };
}

async function click(gestures: Gestures, entry: MenuClick['entry'], more: Partial<MenuClick> = {}): Promise<void> {
  await gestures.menu({ ...CLICK, entry, ...more });
}

for (const kind of ['link', 'image', 'audio', 'video'] as const) {
  const target = 'https://files.test/file.bin';
  test(`${kind}: is sent at once, with the page as its referrer`, async () => {
    const { world, gestures, opened } = gesturesOn();
    await click(gestures, kind, { target });
    assert.deepEqual(
      world.browser.store.all().map(({ url, referrer }) => [url, referrer]),
      [[target, PAGE]],
    );
    assert.deepEqual(opened, []);
  });

  test(`${kind}, with options: lies in a basket that the chooser opens, and is not sent`, async () => {
    const { world, gestures, opened, baskets } = gesturesOn();
    await click(gestures, `${kind}-options`, { target });
    assert.deepEqual(opened, ['basket 7']);
    const [page, ...others] = baskets.values();
    assert.equal(others.length, 0);
    assert.deepEqual([page?.title, page?.url], ['A list', PAGE]);
    assert.deepEqual(
      page?.links.map(link => [link.url, link.kind, link.page]),
      [[target, kind, PAGE]],
    );
    assert.equal(world.browser.store.all().length, 0);
  });
}

test('with options: what is not of the web is refused at once, and no chooser opens', async () => {
  const { gestures, opened, notices } = gesturesOn();
  await click(gestures, 'image-options', { target: 'data:image/png;base64,AAAA' });
  await click(gestures, 'link-options', { target: 'javascript:alert(1)' });
  assert.deepEqual(opened, []);
  assert.equal(notices.length, 2);
});

test('selection: its links are sent; with options they lie in a basket', async () => {
  const found = pageWith('https://files.test/1', 'https://files.test/2');
  const sent = gesturesOn(found);
  await click(sent.gestures, 'selection');
  assert.equal(sent.world.browser.store.all().length, 2);
  const asked = gesturesOn(found);
  await click(asked.gestures, 'selection-options');
  assert.deepEqual([...asked.baskets.values()], [found]);
  assert.deepEqual(asked.opened, ['basket 7']);
});

test('frame: its links lie in a basket, under the address of the frame', async () => {
  const { gestures, baskets, opened } = gesturesOn(pageWith('https://files.test/1'));
  await click(gestures, 'frame', { frameId: 12, pageUrl: 'https://frame.test/inner' });
  assert.deepEqual(
    [...baskets.values()].map(({ url }) => url),
    ['https://frame.test/inner'],
  );
  assert.deepEqual(opened, ['basket 7']);
});

test('frame: one that may not be read is told by its host', async () => {
  const { gestures, opened, notices } = gesturesOn();
  await click(gestures, 'frame', { frameId: 12, pageUrl: 'https://frame.test/inner' });
  assert.deepEqual(opened, []);
  const [notice] = notices;
  assert.equal(notice?.kind, 'page-refused');
  assert.match(notice.text, /frame\.test/);
});

test('where nothing is found no chooser opens, and a notice says so', async () => {
  for (const entry of ['selection-options', 'frame'] as const) {
    const { gestures, opened, baskets, notices } = gesturesOn(pageWith());
    await click(gestures, entry);
    assert.deepEqual([opened.length, baskets.size, notices[0]?.kind], [0, 0, 'nothing-found'], entry);
  }
});

test('the other entries open what they say, and so does the key of the queue', async () => {
  const { gestures, opened } = gesturesOn();
  for (const entry of ['page', 'choose-links', 'choose-tabs', 'open-queue'] as const) await click(gestures, entry);
  await gestures.key('open-queue', 7);
  assert.deepEqual(opened, ['chooser 7', 'chooser 7', 'tabs 7', 'queue', 'queue']);
});

test('the side panel is opened within the click, before anything is waited for', () => {
  const { gestures, opened } = gesturesOn();
  void click(gestures, 'open-panel');
  assert.deepEqual(opened, ['panel 7']);
});
