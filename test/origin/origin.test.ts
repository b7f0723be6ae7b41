import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { ask, begin, until } from './ask.ts';
import { bytesOf } from './bytes.ts';
import { selfSigned } from './certificate.ts';
import { startOrigin, type Switches } from './origin.ts';

const origin = await startOrigin();
after(() => origin.close());
beforeEach(() => origin.forget());

test('a file has the bytes of its path', async () => {
  const answer = await fetch(origin.url('/a.bin', { size: 70_000 }));
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-length'), '70000');
  assert.deepEqual(bytes, bytesOf('/a.bin', 0, 70_000));
});

test('a file is of 1024 bytes unless told', async () => {
  assert.equal((await ask(origin.url('/a.bin', { ranges: true }))).body.length, 1024);
});

test('the log tells what came and what went', async () => {
  const url = origin.url('/a.bin', { size: 500 });
  const before = Date.now();
  await ask(url, { headers: { Range: 'bytes=100-199', Referer: 'http://from.test/', 'X-Mine': 'yes' } });
  assert.equal(origin.requests.length, 1);
  const [entry] = origin.requests;
  assert.ok(entry);
  const { at, endedAt, headers, ...rest } = entry;
  assert.ok(at >= before && at <= Date.now());
  assert.ok(endedAt === null || endedAt >= at);
  assert.equal(headers['x-mine'], 'yes');
  assert.deepEqual(rest, {
    method: 'GET',
    path: '/a.bin',
    url: '/a.bin?size=500',
    host: `127.0.0.1:${origin.port}`,
    range: 'bytes=100-199',
    referer: 'http://from.test/',
    status: 206,
    bytesSent: 100,
    endedBy: 'finished',
  });
});

test('the log is asked by path, with or without percent signs, and is emptied', async () => {
  await ask(origin.url('/ä.bin', { size: 1 }));
  await ask(origin.url('/b.bin', { size: 1 }));
  assert.equal(origin.requestsFor('/ä.bin').length, 1);
  assert.deepEqual(origin.requestsFor('/ä.bin'), origin.requestsFor('/%C3%A4.bin'));
  origin.forget();
  assert.deepEqual(origin.requests, []);
});

test('a client that leaves is told from one that stays', async () => {
  const answer = await begin(origin.url('/a.bin', { size: 5000, stall: 10 }));
  assert.equal(origin.requests[0]?.endedBy, 'open');
  answer.destroy();
  await until(() => origin.requests[0]?.endedBy === 'client', 'the log sees that the client left');
});

test('a client that leaves before the headers was sent none', async () => {
  const socket = connect(origin.port, '127.0.0.1');
  socket.write('GET /a.bin?latency=600000 HTTP/1.1\r\nHost: origin.test\r\n\r\n');
  await until(() => origin.requests.length === 1, 'the request arrives');
  assert.equal(origin.requests[0]?.host, 'origin.test');
  socket.destroy();
  await until(() => origin.requests[0]?.endedBy === 'client', 'the log sees that the client left');
  assert.equal(origin.requests[0]?.status, 0);
});

test('what is unknown or nonsense is said clearly, and logged', async () => {
  assert.equal((await ask(`${origin.base}/favicon.ico`)).status, 404);
  const cases: readonly (readonly [string, RegExp])[] = [
    ['size=many', /size should be a whole number from 0 .*"many"/],
    ['size=-1', /size/],
    ['siez=1', /no switch is called "siez"/],
    ['toString=1', /no switch is called/],
    ['size=1&size=2', /size is given twice/],
    ['ranges=maybe', /ranges should be on or off/],
    ['validator=md5', /validator should be etag or weak or date or none/],
    ['redirect=/b&redirectStatus=200', /redirectStatus should be 301 or/],
    ['versions=1,,2', /versions/],
    ['disposition=a%0d%0ab', /disposition should be text/],
    ['needCookie=name', /needCookie should be name=value/],
    ['cuts=1', /cuts needs cut/],
    ['redirectStatus=301', /redirectStatus needs redirect or loop/],
    ['chunked=on&length=5', /length and chunked exclude each other/],
    ['gzip=on&size=900000000', /gzip is for sizes up to/],
  ];
  for (const [query, problem] of cases) {
    const answer = await ask(`${origin.base}/a.bin?${query}`);
    assert.equal(answer.status, 400, query);
    assert.match(answer.body.toString(), problem);
  }
  assert.deepEqual(
    origin.requests.map(request => request.status),
    [404, ...cases.map(() => 400)],
  );
});

test('nonsense throws already where the URL is made', () => {
  assert.throws(() => origin.url('/a.bin', { size: 0.5 }), /a\.bin: size should be/);
  assert.throws(() => origin.url('a.bin', { size: 1 }), /begins with a slash/);
  const odd: Switches = { cuts: 2 };
  assert.throws(() => origin.url('/a.bin', odd), /cuts needs cut/);
});

test('a preflight is refused without CORS headers, and other methods too', async () => {
  const url = origin.url('/a.bin', { size: 1, cors: 'any' });
  const preflight = await ask(url, { method: 'OPTIONS', headers: { Origin: 'http://else.test' } });
  assert.equal(preflight.status, 405);
  assert.equal(preflight.headers['access-control-allow-origin'], undefined);
  assert.equal((await ask(url, { method: 'POST' })).status, 405);
  assert.deepEqual(
    origin.requests.map(request => request.method),
    ['OPTIONS', 'POST'],
  );
});

test('a page is served as it is given', async () => {
  const url = origin.page('/list.html', '<p>Grüße</p>');
  const answer = await fetch(`${url}?again`);
  assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal(await answer.text(), '<p>Grüße</p>');
  assert.equal(origin.requestsFor('/list.html')[0]?.bytesSent, 14);
});

test('a handler has its path to itself, and its answers are logged like others', async () => {
  const url = origin.handle('/own', (req, res) => {
    if (req.url?.endsWith('?cut')) {
      res.write('half', () => res.destroy());
      return;
    }
    res.statusCode = 202;
    res.write('ä');
    res.end('616263', 'hex');
  });
  assert.equal((await ask(url, { method: 'PUT' })).body.toString(), 'äabc');
  assert.deepEqual(origin.requests[0], { ...origin.requests[0], status: 202, bytesSent: 5, endedBy: 'finished' });
  assert.equal((await ask(`${url}?cut`)).whole, false);
  assert.deepEqual(origin.requests[1], { ...origin.requests[1], status: 200, bytesSent: 4, endedBy: 'cut' });
  await ask(url, { method: 'HEAD' });
  assert.deepEqual(origin.requests[2], { ...origin.requests[2], status: 202, bytesSent: 0, endedBy: 'finished' });
});

test('a path may be answered by switches that are chosen for each request', async () => {
  const url = origin.decide('/a.bin', ({ method, range }) => ({
    size: 500,
    ...(method === 'GET' && range !== null ? { status: 503, statusTimes: 1, retryAfter: '5' } : {}),
  }));
  const head = await ask(url, { method: 'HEAD', headers: { Range: 'bytes=0-9' } });
  const refused = await ask(url, { headers: { Range: 'bytes=0-9' } });
  const part = await ask(url, { headers: { Range: 'bytes=0-9' } });
  const whole = await ask(`${url}?any=query`);
  assert.deepEqual([head.status, refused.status, part.status, whole.status], [206, 503, 206, 200]);
  assert.equal(refused.headers['retry-after'], '5');
  assert.deepEqual(whole.body, bytesOf('/a.bin', 0, 500));
  assert.equal((await ask(url, { method: 'PUT' })).status, 405);
});

test('closing ends what is still open, and frees the port', async () => {
  const first = await startOrigin();
  const answer = await begin(first.url('/a.bin', { stall: 1 }));
  const silent = connect(first.port, '127.0.0.1');
  silent.on('error', () => {});
  answer.on('error', () => {});
  const ended = Promise.all([answer, silent].map(one => new Promise(resolve => one.on('close', resolve))));
  await Promise.all([first.close(), ended]);
  assert.equal(first.requests[0]?.endedBy, 'open');
  const second = await startOrigin({ port: first.port });
  await assert.rejects(startOrigin({ port: first.port }), /EADDRINUSE/);
  await second.close();
});

test('listening on every address, it still has a base that can be asked', async t => {
  const wide = await startOrigin({ host: '0.0.0.0' });
  t.after(() => wide.close());
  assert.equal(wide.base, `http://127.0.0.1:${wide.port}`);
  assert.equal((await ask(wide.url('/a.bin', { size: 1 }))).status, 200);
});

test('it speaks HTTPS with a certificate of our own', async t => {
  const dir = await mkdtemp(join(tmpdir(), 'origin-'));
  t.after(() => rm(dir, { recursive: true }));
  const { key, cert } = selfSigned(dir, ['localhost', '127.0.0.1']);
  const secure = await startOrigin({ tls: { key, cert } });
  const agent = new Agent({ ca: cert });
  t.after(() => agent.destroy());
  const answer = await new Promise<AsyncIterable<Buffer>>((resolve, reject) => {
    get(secure.url('/a.bin', { size: 3000 }), { agent }, resolve).on('error', reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  assert.match(secure.base, /^https:/);
  assert.deepEqual(Buffer.concat(chunks), bytesOf('/a.bin', 0, 3000));

  const silent = connect(secure.port, '127.0.0.1');
  silent.on('error', () => {});
  await until(() => !silent.connecting, 'a client connects that never shakes hands');
  await secure.close();
});

test('a missing openssl is said clearly', t => {
  const path = process.env['PATH'];
  t.after(() => {
    process.env['PATH'] = path;
  });
  process.env['PATH'] = '';
  assert.throws(() => selfSigned(tmpdir(), ['localhost']), /needs the openssl command/);
});
