import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync, inflateSync } from 'node:zlib';
import { crc32 } from '../../scripts/pack/zip.mjs';
import { smallPng } from '../../scripts/screens/small-png.mjs';

type Colour = readonly [red: number, green: number, blue: number];

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A picture as Chromium writes it, each row by the next of the five filters. */
function pngOf(rows: readonly (readonly Colour[])[]): Buffer {
  const plain = rows.map(row => row.flat());
  const filtered = plain.flatMap((row, y) => [y % 5, ...row.map((value, x) => (value - guess(plain, y, x)) & 255)]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(rows[0]?.length ?? 0, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const idat = chunk('IDAT', deflateSync(Buffer.from(filtered)));
  return Buffer.concat([Buffer.alloc(8), chunk('IHDR', header), idat, chunk('IEND', Buffer.alloc(0))]);
}

/** What the filter of its row takes a byte to be (PNG, third edition, 9.2). */
function guess(rows: readonly (readonly number[])[], y: number, x: number): number {
  const left = rows[y]?.[x - 3] ?? 0;
  const above = rows[y - 1]?.[x] ?? 0;
  const corner = rows[y - 1]?.[x - 3] ?? 0;
  const near = [left, above, corner].toSorted(
    (one, other) => Math.abs(left + above - corner - one) - Math.abs(left + above - corner - other),
  );
  return [0, left, above, Math.floor((left + above) / 2), near[0] ?? 0][y % 5] ?? 0;
}

/** The pixels of a picture of numbered colours, without filters. */
function colours(png: Buffer): Colour[][] {
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    assert.equal(png.readUInt32BE(at + 8 + length), crc32(body), 'the check of a chunk');
    parts.set(body.toString('latin1', 0, 4), body.subarray(4));
    at += length + 12;
  }
  const width = parts.get('IHDR')?.readUInt32BE(0) ?? 0;
  const height = parts.get('IHDR')?.readUInt32BE(4) ?? 0;
  const palette = parts.get('PLTE') ?? Buffer.alloc(0);
  const rows = inflateSync(parts.get('IDAT') ?? Buffer.alloc(0));
  return Array.from({ length: height }, (_, y) =>
    [...rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1))].map(
      index => [...palette.subarray(index * 3, index * 3 + 3)] as unknown as Colour,
    ),
  );
}

test('a picture of few colours stays as it is, by whatever filters it was written', () => {
  const rows = Array.from({ length: 10 }, (_, y) =>
    Array.from({ length: 7 }, (_, x): Colour => [(x * 37 + y * 11) & 255, (x * y) & 255, 255 - x]),
  );
  assert.deepEqual(colours(smallPng(pngOf(rows))), rows);
});

test('of more than 256 colours each becomes one that is near', () => {
  const rows = Array.from({ length: 40 }, (_, y) =>
    Array.from({ length: 40 }, (_, x): Colour => [x * 6, y * 6, (x + y) * 3]),
  );
  const seen = colours(smallPng(pngOf(rows)));
  assert.ok(new Set(seen.flat().map(String)).size <= 256);
  for (const [y, row] of rows.entries())
    for (const [x, colour] of row.entries())
      for (const [channel, value] of colour.entries())
        assert.ok(Math.abs((seen[y]?.[x]?.[channel] ?? 999) - value) < 48);
});
