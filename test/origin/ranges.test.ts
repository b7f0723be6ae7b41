import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { ask } from './ask.ts';
import { bytesOf, seedOf } from './bytes.ts';
import { startOrigin, type Switches } from './origin.ts';

const origin = await startOrigin();
after(() => origin.close());
beforeEach(() => origin.forget());

const size = 1000;
const whole = bytesOf('/a.bin', 0, size);

function part(range: string, switches: Switches = {}, headers: Readonly<Record<string, string>> = {}) {
  return ask(origin.url('/a.bin', { size, ...switches }), { headers: { Range: range, ...headers } });
}

test('one range is answered with its bytes and its place', async () => {
  const cases: readonly (readonly [string, number, number])[] = [
    ['bytes=0-0', 0, 0],
    ['bytes=100-299', 100, 299],
    ['bytes=900-', 900, 999],
    ['bytes=990-5000', 990, 999],
    ['bytes=-10', 990, 999],
    ['bytes=-5000', 0, 999],
    ['Bytes=5-6', 5, 6],
  ];
  for (const [range, first, last] of cases) {
    const answer = await part(range);
    assert.equal(answer.status, 206, range);
    assert.equal(answer.headers['content-range'], `bytes ${first}-${last}/${size}`);
    assert.equal(answer.headers['content-length'], String(last - first + 1));
    assert.deepEqual(answer.body, whole.subarray(first, last + 1));
  }
});

test('a range that is malformed, of several pieces or of another unit gets everything', async () => {
  for (const range of ['bytes=5-2', 'bytes=-', 'bytes=0-1,5-6', 'lines=0-1', 'bytes=a-b']) {
    const answer = await part(range);
    assert.equal(answer.status, 200, range);
    assert.deepEqual(answer.body, whole);
  }
});

test('a range beyond the end gets 416 and the size', async () => {
  for (const range of ['bytes=1000-', 'bytes=5000-6000', 'bytes=-0']) {
    const answer = await part(range);
    assert.equal(answer.status, 416, range);
    assert.equal(answer.headers['content-range'], 'bytes */1000');
  }
  assert.equal((await part('bytes=0-', { size: 0 })).headers['content-range'], 'bytes */0');
});

test('HEAD has the headers of GET and no body', async () => {
  const sorts: readonly Switches[] = [{ size }, { size: 0 }, { chunked: true }, { gzip: true }, { status: 404 }];
  for (const switches of sorts) {
    for (const headers of [{}, { Range: 'bytes=10-19' }]) {
      const url = origin.url('/a.bin', switches);
      const [get, head] = [await ask(url, { headers }), await ask(url, { method: 'HEAD', headers })];
      const { date: getDate, ...getHeaders } = get.headers;
      const { date: headDate, ...headHeaders } = head.headers;
      assert.ok(getDate && headDate);
      assert.deepEqual([head.status, headHeaders], [get.status, getHeaders]);
      assert.equal(head.body.length, 0);
      assert.equal(origin.requests.at(-1)?.bytesSent, 0);
    }
  }
});

test('without ranges nothing is offered and everything is sent', async () => {
  assert.equal((await part('bytes=5-')).headers['accept-ranges'], 'bytes');
  const answer = await part('bytes=5-', { ranges: false });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['accept-ranges'], undefined);
  assert.equal(answer.headers['content-range'], undefined);
  assert.deepEqual(answer.body, whole);
});

test('a bad Content-Range is garbage, of another place or absent, over the right bytes', async () => {
  const cases = { garbage: 'bytes from-here/to-there', shifted: 'bytes 101-200/1001', absent: undefined } as const;
  for (const badRange of ['garbage', 'shifted', 'absent'] as const) {
    const answer = await part('bytes=100-199', { badRange });
    assert.equal(answer.status, 206);
    assert.equal(answer.headers['content-range'], cases[badRange]);
    assert.deepEqual(answer.body, whole.subarray(100, 200));
  }
});

test('one validator is sent, and If-Range asks for it', async () => {
  const validators = async (switches: Switches) => {
    const { etag, 'last-modified': date } = (await ask(origin.url('/a.bin', { size, ...switches }))).headers;
    return { etag, date };
  };
  const { etag, ...noDate } = await validators({});
  assert.match(etag ?? '', /^"\w+"$/);
  assert.deepEqual(noDate, { date: undefined });
  assert.deepEqual(await validators({ validator: 'weak' }), { etag: `W/${etag}`, date: undefined });
  const { date, ...noEtag } = await validators({ validator: 'date' });
  assert.deepEqual(noEtag, { etag: undefined });
  assert.ok(Date.parse(date ?? '') < Date.now());
  assert.deepEqual(await validators({ validator: 'none' }), { etag: undefined, date: undefined });

  const ifRange = async (value = '', switches: Switches = {}) =>
    (await part('bytes=5-', switches, { 'If-Range': value })).status;
  assert.equal(await ifRange(etag), 206);
  assert.equal(await ifRange('"other"'), 200);
  assert.equal(await ifRange(`W/${etag}`), 200);
  assert.equal(await ifRange(etag, { version: 2 }), 200);
  assert.equal(await ifRange(`W/${etag}`, { validator: 'weak' }), 200);
  assert.equal(await ifRange(date, { validator: 'date' }), 206);
  assert.equal(await ifRange(date, { validator: 'date', version: 2 }), 200);
  assert.equal(await ifRange(etag, { validator: 'none' }), 200);
});

test('version makes another entity', async () => {
  const answer = await ask(origin.url('/a.bin', { size, version: 2 }));
  assert.deepEqual(answer.body, bytesOf(seedOf('/a.bin', 2), 0, size));
  assert.notEqual(answer.headers.etag, (await part('bytes=0-')).headers.etag);
});

test('versions come in turn for GETs of the same URL, and the last one stays', async () => {
  const url = origin.url('/a.bin', { size, versions: '1,3' });
  const version = async (question = {}) => {
    const { headers, body } = await ask(url, question);
    if (body.length === 0) return headers.etag;
    const found = [1, 2, 3].find(each => bytesOf(seedOf('/a.bin', each), 0, size).equals(body));
    return `${found} ${headers.etag}`;
  };
  const head = { method: 'HEAD' };
  const [tagOne, one] = [await version(head), await version()];
  const [tagThree, three] = [await version(head), await version()];
  assert.equal(one, `1 ${tagOne}`);
  assert.equal(three, `3 ${tagThree}`);
  assert.equal(await version(), three);
  origin.forget();
  assert.equal(await version(), one);
});
