import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { readOptions } from '../../scripts/start/options.mjs';

function options(...argv: readonly string[]) {
  const read = readOptions([...argv], true);
  assert.ok(typeof read === 'object' && 'urls' in read, JSON.stringify(read));
  return read;
}

test('without a word: a window, and out/', () => {
  assert.deepEqual(options(), {
    dir: resolve('out'),
    headless: false,
    timeout: null,
    profile: null,
    insecure: false,
    urls: [],
    repeated: [],
  });
});

test('without a display there is no window', () => {
  assert.equal(options('https://a.test/').headless, false);
  const read = readOptions(['https://a.test/'], false);
  assert.ok(typeof read === 'object' && 'headless' in read && read.headless);
});

test('folders become absolute, the time a number', () => {
  const { dir, profile, timeout } = options('--dir', 'some/where', '--keep-profile', 'p', '--timeout', '1.5');
  assert.deepEqual([dir, profile, timeout], [resolve('some/where'), resolve('p'), 1.5]);
});

test('spellings of one URL are fetched once, in the order of their first', () => {
  const { urls, repeated } = options(
    'http://B.test',
    'http://a.test/x#1',
    'http://b.test/',
    'http://a.test:80/x',
    'no url',
  );
  assert.deepEqual(urls, ['http://B.test', 'http://a.test/x#1', 'no url']);
  assert.deepEqual(repeated, ['http://b.test/', 'http://a.test:80/x']);
});

for (const argv of [['--nope'], ['--dir'], ['--dir='], ['--timeout', 'soon'], ['--timeout', '0'], ['--headless=1']]) {
  test(`${argv.join(' ')} is a problem, in words`, () => {
    const read = readOptions(argv, true);
    assert.ok(typeof read === 'object' && 'problem' in read && read.problem.length > 10, JSON.stringify(read));
  });
}

test('help comes before everything', () => {
  assert.equal(readOptions(['--help', 'http://a.test/'], true), 'help');
});
