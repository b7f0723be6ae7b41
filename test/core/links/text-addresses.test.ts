import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textAddresses } from '../../../src/core/links/text-addresses.ts';

const CASES: readonly [text: string, addresses: readonly string[]][] = [
  ['', []],
  ['Nothing to see here.', []],
  ['See https://a.com/x.zip, and (http://b.org/y_(1).pdf).', ['https://a.com/x.zip', 'http://b.org/y_(1).pdf']],
  ['hxxps://evil[.]com/a[.]exe', ['https://evil.com/a.exe']],
  ['hxxp[:]//evil[.]com/b', ['http://evil.com/b']],
  ['HXXP://a.com/b', ['http://a.com/b']],
  ['www.example.com/f.zip', ['https://www.example.com/f.zip']],
  ['main.rs readme.md example.com/f.zip a@b.com', []],
  ['mailto:a@b.com ftp://a.com/b //a.com/b javascript://a.com/b', []],
  ['http://localhost:8080/x http://[::1]/f.zip', ['http://localhost:8080/x', 'http://[::1]/f.zip']],
  ['在 https://a.com/ä。https://b.com', ['https://a.com/ä', 'https://b.com']],
  ['[words](https://a.com/b)', ['https://a.com/b']],
];

for (const [text, addresses] of CASES)
  test(`textAddresses: ${text}`, () => {
    assert.deepEqual(textAddresses(text), addresses);
  });

test('a word of two megabytes is no address, and those beside it are found at once', { timeout: 5_000 }, () => {
  const text = `https://a.com/1 http://${'a@http://'.repeat(250_000)} https://a.com/2`;
  assert.deepEqual(textAddresses(text), ['https://a.com/1', 'https://a.com/2']);
});
