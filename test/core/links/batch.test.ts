import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MOST_OF_BATCH, readBatch } from '../../../src/core/links/batch.ts';

const PATTERNS: Record<string, readonly string[]> = {
  '[0:10:3]': ['0', '3', '6', '9'],
  '[1:10:3]': ['1', '4', '7', '10'],
  '[10:0:-3]': ['10', '7', '4', '1'],
  '[a:z:4]': ['a', 'e', 'i', 'm', 'q', 'u', 'y'],
  '[C:A]': ['C', 'B', 'A'],
  '[3:1]': ['3', '2', '1'],
  '[08:11]': ['08', '09', '10', '11'],
  '[8:011]': ['008', '009', '010', '011'],
  '[0:2]': ['0', '1', '2'],
  '[5:5]': ['5'],
  '[5:5:-2]': ['5'],
  '{x,y}': ['x', 'y'],
  '{,-large}': ['', '-large'],
  '[1:2]{a,b}': ['1a', '1b', '2a', '2b'],
};

for (const [pattern, texts] of Object.entries(PATTERNS)) {
  test(`${pattern} stands for ${texts.join(', ')}`, () => {
    const batch = readBatch(`https://a.test/f${pattern}.zip`);
    const urls = texts.map(text => `https://a.test/f${text}.zip`);
    assert.deepEqual([...batch.urls()], urls);
    assert.equal(batch.count, urls.length);
    assert.equal(batch.first, urls[0]);
    assert.equal(batch.last, urls.at(-1));
    assert.deepEqual(batch.literal, []);
  });
}

test('the host of an IPv6 address is no pattern, and is not spoken of', () => {
  const batch = readBatch('http://[::1]/f[1:3].zip');
  assert.deepEqual([...batch.urls()], ['http://[::1]/f1.zip', 'http://[::1]/f2.zip', 'http://[::1]/f3.zip']);
  assert.deepEqual(batch.literal, []);
  for (const url of ['http://me@[fe80::1]:8080/', 'https://[2001:db8::1]', 'http://[1:2:3:4:5:6:7:8]/'])
    assert.deepEqual([...readBatch(url).urls()], [url]);
});

const LITERAL = {
  '[1]': 'not-a-range',
  '[]': 'not-a-range',
  '[:]': 'not-a-range',
  '[-1:3]': 'not-a-range',
  '[1:2:3:4]': 'not-a-range',
  '[1:9:x]': 'not-a-range',
  '[1:9:]': 'not-a-range',
  '[aa:zz]': 'not-a-range',
  '[1:z]': 'mixed-ends',
  '[a:Z]': 'mixed-ends',
  '[1:9:0]': 'zero-step',
  '[1:9:-1]': 'wrong-way',
  '[9:1:1]': 'wrong-way',
  '[1:9999999999999999]': 'too-long',
  '{}': 'one-choice',
  '{id}': 'one-choice',
};

for (const [text, why] of Object.entries(LITERAL)) {
  test(`${text} stays as it is written: ${why}`, () => {
    const url = `https://a.test/f${text}.zip`;
    const batch = readBatch(url);
    assert.deepEqual([...batch.urls()], [url]);
    assert.equal(batch.isPattern, false);
    assert.deepEqual(batch.literal, [{ text, why }]);
  });
}

test('brackets that are not closed are no pattern', () => {
  for (const url of ['https://a.test/[1:3', 'https://a.test/1:3]', 'https://a.test/{a,b', 'https://a.test/]1:3['])
    assert.deepEqual({ ...readBatch(url), urls: null }, { ...readBatch('x'), first: url, last: url, urls: null });
});

test('what is malformed does not keep the rest from being a pattern', () => {
  const batch = readBatch('https://a.test/{id}/[1:2]');
  assert.deepEqual([...batch.urls()], ['https://a.test/{id}/1', 'https://a.test/{id}/2']);
  assert.deepEqual(batch.literal, [{ text: '{id}', why: 'one-choice' }]);
});

test('patterns are counted without being written out, and too many are none', () => {
  assert.equal(readBatch(`https://a.test/[1:${MOST_OF_BATCH}]`).count, MOST_OF_BATCH);
  for (const url of [`https://a.test/[0:${MOST_OF_BATCH}]`, `https://a.test/${'[0:999999999]'.repeat(200)}`])
    assert.deepEqual(
      { ...readBatch(url), urls: null },
      { count: 1, first: url, last: url, isPattern: false, literal: [{ text: url, why: 'too-many' }], urls: null },
    );
});

test('a long text of brackets is read in one go', () => {
  for (const text of ['[', '{', '[1:', '{,', '[a:z', '[]', '{a,b']) readBatch(`https://a.test/${text.repeat(200_000)}`);
});

test('there are as many as is said, each another, the first and the last as said', () => {
  const end = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(
      end,
      end,
      fc.integer({ min: -9, max: 9 }),
      fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 2, maxLength: 5 }),
      (from, to, step, choices) => {
        const batch = readBatch(`https://a.test/[${from}:${to}:${step}]/{${choices.join(',')}}`);
        const urls = [...batch.urls()];
        assert.equal(urls.length, batch.count);
        assert.equal(new Set(urls).size, batch.count);
        assert.equal(urls[0], batch.first);
        assert.equal(urls.at(-1), batch.last);
      },
    ),
  );
});
