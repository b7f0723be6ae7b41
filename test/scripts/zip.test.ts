import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { zip } from '../../scripts/pack/zip.mjs';

const entries = [
  { name: 'ü/long.txt', content: Buffer.from('again and '.repeat(1000)) },
  { name: 'a.txt', content: Buffer.from('123456789') },
  { name: 'empty', content: Buffer.alloc(0) },
];

/** Reads by the directory at the end, as programs do, and checks that each file's own header says the same. */
function unzip(archive: Buffer) {
  const end = archive.length - 22;
  assert.equal(archive.readUInt32LE(end), 0x06054b50);
  const files: { name: string; text: string; crc: number; method: number }[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(archive.readUInt32LE(at), 0x02014b50);
    const [method, crc] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 16)];
    const [packed, size, length] = [
      archive.readUInt32LE(at + 20),
      archive.readUInt32LE(at + 24),
      archive.readUInt16LE(at + 28),
    ];
    const header = archive.readUInt32LE(at + 42);
    assert.equal(archive.readUInt32LE(header), 0x04034b50);
    assert.deepEqual(archive.subarray(header + 4, header + 30), archive.subarray(at + 6, at + 32));
    const start = header + 30 + length;
    const body = archive.subarray(start, start + packed);
    const content = method === 8 ? inflateRawSync(body) : body;
    assert.equal(content.length, size);
    files.push({ name: archive.toString('utf8', at + 46, at + 46 + length), text: content.toString(), crc, method });
    at += 46 + length;
  }
  assert.equal(at, end);
  return files;
}

test('what was packed can be read again, in the order of names', () => {
  const files = unzip(zip(entries));
  assert.deepEqual(
    files.map(({ name, text, method }) => [name, text.length, method]),
    [
      ['a.txt', 9, 0],
      ['empty', 0, 0],
      ['ü/long.txt', 10_000, 8],
    ],
  );
  // The check value that every description of CRC-32 gives for these digits.
  assert.equal(files[0]?.crc, 0xcbf43926);
});

test('the order of the entries changes nothing', () => {
  assert.deepEqual(zip(entries.toReversed()), zip(entries));
});
