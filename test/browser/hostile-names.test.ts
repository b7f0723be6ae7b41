import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { test } from 'node:test';
import { safeName } from '../../src/core/naming/safe-name.ts';
import { TRICKS } from '../core/naming/tricks.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none' });
const CORPUS = new URL('../corpora/filename.json', import.meta.url);

interface Row {
  readonly kind: string;
  readonly input?: unknown;
}

/** What Chromium was seen to refuse or to change as a `filename`, what other projects test theirs with, and our own tricks. */
function hostileNames(): readonly string[] {
  const rows = JSON.parse(readFileSync(CORPUS, 'utf8')) as readonly Row[];
  const kinds = [
    'replaceIllegal',
    'mustSurviveUnchanged',
    'downloadsFilenameArg',
    'safeName',
    'portableComponent',
    'reservedOnWindows',
  ];
  const inputs = rows.filter(({ kind }) => kinds.includes(kind)).map(({ input }) => input);
  const texts = [...inputs, ...TRICKS].filter(text => typeof text === 'string');
  return [...new Set(texts)].filter(text => text.trim() !== '');
}

test('the browser takes every name as we have made it safe, and puts it where it was asked to', async t => {
  const names = hostileNames();
  assert.ok(names.length > 100, `only ${names.length} names`);
  const links = names.map((name, index) => ({
    url: here.origin.url('/x.bin', { size: 10, type: 'application/octet-stream', tag: `${index}` }),
    name,
    folder: `n/${index}`,
  }));
  await here.longhaul.ask('settings', { set: { limit: 16, hostLimit: 16 } });
  const { ids, skipped } = await here.longhaul.ask('enqueue', { links });
  assert.deepEqual(skipped, []);
  const items = new Map((await here.longhaul.ended(120)).map(item => [item.id, item]));
  for (const [index, name] of names.entries()) {
    const item = items.get(ids[index] ?? '');
    const path = item?.path ?? '';
    assert.equal(item?.status, 'done', `${JSON.stringify(name)}: ${item?.error?.message}`);
    assert.equal(relative(here.longhaul.downloads, dirname(path)), `n/${index}`, JSON.stringify(name));
    assert.equal(basename(path), safeName(name) ?? 'x.bin', JSON.stringify(name));
    assert.equal(item.wanted, null, JSON.stringify(name));
    assert.deepEqual(readdirSync(dirname(path)), [basename(path)]);
  }
  t.diagnostic(`${names.length} names`);
});
