import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { batchLinkAt, expandBatch, lastBatchLink, parseBatchPattern } from '../../../src/core/links/batch-pattern.ts';

const COUNTS: readonly (readonly [pattern: string, count: number, first: string, last: string])[] = [
  ['[001:100]', 100, '001', '100'],
  ['[01:100]', 100, '01', '100'],
  ['[1:99:2]', 50, '1', '99'],
  ['[0:10:3]', 4, '0', '9'],
  ['[1:10:3]', 4, '1', '10'],
  ['[10:0:-3]', 4, '10', '1'],
  ['[010:000:-5]', 3, '010', '000'],
  ['[7:7]', 1, '7', '7'],
  ['[a:z]', 26, 'a', 'z'],
  ['[a:z:4]', 7, 'a', 'y'],
  ['[F:A:-1]', 6, 'F', 'A'],
  ['{x,y}', 2, 'x', 'y'],
  ['{,-hd}', 2, '', '-hd'],
  ['[1:3]{x,y}[a:b]', 12, '1xa', '3yb'],
  ['[0:999999999999999]', 1e15, '0', '999999999999999'],
];

for (const [pattern, count, first, last] of COUNTS) {
  test(`a batch pattern: ${pattern} stands for ${count} links`, () => {
    const parsed = parseBatchPattern(`https://a.org/f${pattern}.zip`);
    assert.deepEqual(parsed.literals, []);
    assert.equal(parsed.count, count);
    assert.equal(batchLinkAt(parsed, 0), `https://a.org/f${first}.zip`);
    assert.equal(lastBatchLink(parsed), `https://a.org/f${last}.zip`);
  });
}

const LITERALS: readonly (readonly [link: string, ...reasons: readonly string[]])[] = [
  ['https://a.org/[5:1].zip', 'wrong-way'],
  ['https://a.org/[1:5:-1].zip', 'wrong-way'],
  ['https://a.org/[z:a].zip', 'wrong-way'],
  ['https://a.org/[1:5:0].zip', 'no-step'],
  ['https://a.org/[1:z].zip', 'mixed'],
  ['https://a.org/[a:9].zip', 'mixed'],
  ['https://a.org/[a:Z].zip', 'mixed'],
  ['https://a.org/[1:5:x].zip', 'not-a-range'],
  ['https://a.org/[1:2:3:4].zip', 'not-a-range'],
  ['https://a.org/[:].zip', 'not-a-range'],
  ['https://a.org/[1:5.zip', 'unclosed'],
  ['https://a.org/{x,y.zip', 'unclosed'],
  ['https://a.org/[1:99999999999999999999].zip', 'too-big'],
  ['https://a.org/?q={"a":1,"b":2}', 'data'],
  ['https://a.org/?q={%22a%22:1,%22b%22:2}', 'data'],
  ['https://a.org/{a,{b,c}}', 'data'],
  ['https://a.org/?filter[name]=x&y[]={z}'],
  ['http://[::1]/f.zip'],
  ['http://[2001:db8::1]:8080/'],
  ['http://me@[::1]/'],
];

for (const [link, ...reasons] of LITERALS) {
  test(`a batch pattern: ${link} is left as it stands`, () => {
    const parsed = parseBatchPattern(link);
    assert.deepEqual([...expandBatch(parsed)], [link]);
    assert.deepEqual(
      parsed.literals.map(({ reason }) => reason),
      reasons,
    );
  });
}

test('the address of an IPv6 host is not a range, what follows is', () => {
  const parsed = parseBatchPattern('http://[::1]/f[1:3].zip');
  assert.deepEqual(
    [...expandBatch(parsed)],
    [1, 2, 3].map(n => `http://[::1]/f${n}.zip`),
  );
});

test('a range may stand at the beginning of a host', () => {
  assert.deepEqual(
    [...expandBatch(parseBatchPattern('http://[1:2].example.org/'))],
    ['http://1.example.org/', 'http://2.example.org/'],
  );
});

test('what stands left changes slowest', () => {
  assert.deepEqual([...expandBatch(parseBatchPattern('[1:2]{a,b}'))], ['1a', '1b', '2a', '2b']);
});

test('a range that is left as it stands does not hide one behind it', () => {
  const parsed = parseBatchPattern('https://a.org/[5:1]/[1:2]');
  assert.deepEqual([...expandBatch(parsed)], ['https://a.org/[5:1]/1', 'https://a.org/[5:1]/2']);
});

test('more links than a number holds are not counted', () => {
  assert.equal(parseBatchPattern('[0:999999999999999][0:999999999999999]').count, Infinity);
});

const bound = fc.integer({ min: 0, max: 120 });

test('the count is that of the links, each of them is another one, and the last one is the last', () => {
  const range = fc
    .tuple(bound, bound, fc.integer({ min: 1, max: 90 }))
    .map(([from, to, step]) => `[${from}:${to}:${to < from ? -step : step}]`);
  fc.assert(
    fc.property(range, range, (left, right) => {
      const pattern = parseBatchPattern(`https://a.org/${left}/${right}`);
      fc.pre(pattern.count < 20_000);
      const links = [...expandBatch(pattern)];
      assert.equal(links.length, pattern.count);
      assert.equal(new Set(links).size, links.length);
      assert.equal(links.at(-1), lastBatchLink(pattern));
    }),
  );
});

test('text without a bracket is left alone, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.string().filter(text => !/[[{]/.test(text)),
      text => assert.deepEqual([...expandBatch(parseBatchPattern(text))], [text]),
    ),
  );
});

test('hostile brackets take time in proportion', () => {
  const started = performance.now();
  for (const piece of ['[', '{', '[1:', '{a,', '[1:1]', '[]', '[[]', '[1:2:3:4]', '{a,b', ']{', '[{'])
    parseBatchPattern(`https://a.org/${piece.repeat(32_768 / piece.length)}${']}'.repeat(16_000)}`);
  assert.ok(performance.now() - started < 20_000);
});
