import './extension.ts';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { MENU_ENTRIES } from '../../src/core/menu-entry.ts';
import { browser } from '../../src/platform/browser.ts';
import type { writeMenus } from '../../src/platform/context-menus.ts';
import { SessionArea } from './session-area.ts';

/** The browser's menus: an id that is there already is refused, as Chromium does. */
let ids: string[] = [];
let removals = 0;
/** Calls of the browser that this life of the worker may still make before it dies. */
let breath = Infinity;
const session = new SessionArea();

async function mortal(): Promise<void> {
  if (breath <= 0) await new Promise(() => undefined);
  breath -= 1;
}

async function create({ id }: { id: string }, done: () => void): Promise<void> {
  await mortal();
  const isTwice = ids.includes(id);
  if (!isTwice) ids.push(id);
  Object.assign(browser.runtime, { lastError: isTwice ? { message: 'duplicate id' } : undefined });
  done();
}

Object.assign(browser, {
  storage: {
    session: {
      get: (key: string) => mortal().then(() => session.get(key)),
      set: (values: Record<string, unknown>) => mortal().then(() => session.set(values)),
      remove: (key: string) => mortal().then(() => session.remove(key)),
    },
  },
  contextMenus: {
    async removeAll() {
      await mortal();
      removals += 1;
      ids = [];
    },
    create: (properties: { id: string }, done: () => void) => void create(properties, done),
  },
});

/** In a new life of the worker: the module anew, with nothing in its variables. */
async function born(): Promise<typeof writeMenus> {
  lives += 1;
  const life = (await import(`../../src/platform/context-menus.ts?life=${lives}`)) as { writeMenus: typeof writeMenus };
  return life.writeMenus;
}
let lives = 0;

beforeEach(() => {
  session.kept.clear();
  [ids, removals, breath] = [[], 0, Infinity];
});

test('all entries are written, but for those that are switched off', async () => {
  const write = await born();
  await write([]);
  assert.deepEqual(ids, MENU_ENTRIES);
  await write(['link-options', 'page']);
  assert.deepEqual(
    ids,
    MENU_ENTRIES.filter(entry => entry !== 'link-options' && entry !== 'page'),
  );
});

test('what is written already is left alone, until the session ends', async () => {
  await (await born())(['page']);
  await (await born())(['page']);
  assert.equal(removals, 1);
  session.kept.clear();
  await (await born())(['page']);
  assert.equal(removals, 2);
});

test('writings at once come one after the other, and the last one counts', async () => {
  const write = await born();
  await Promise.all([write([]), write(['page']), write(MENU_ENTRIES.slice(1))]);
  assert.deepEqual(ids, ['link']);
});

test('whenever the worker dies over the menus, the next life makes them whole', async () => {
  for (let calls = 0; calls < MENU_ENTRIES.length + 6; calls += 1) {
    breath = Infinity;
    await (await born())([]);
    breath = calls;
    void (await born())(['link', 'page']);
    await new Promise(resolve => setImmediate(resolve));
    breath = Infinity;
    await (await born())([]);
    assert.deepEqual(ids, MENU_ENTRIES, `died at call ${calls}`);
  }
});
