import { deflateRawSync } from 'node:zlib';

/**
 * A ZIP archive whose bytes depend on nothing but the entries: sorted by name, one date for all, no system's own fields.
 *
 * Enough of the format for an extension: no folders of their own, no archive or file of 4 GiB, fewer than 65 536 files.
 *
 * @param {readonly { name: string, content: Uint8Array }[]} entries names with `/`
 * @returns {Buffer}
 */
export function zip(entries) {
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
  /** @type {Buffer[]} */
  const files = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const { name, content } of sorted) {
    const path = Buffer.from(name);
    const deflated = deflateRawSync(content, { level: 9 });
    const isSmaller = deflated.length < content.length;
    const body = isSmaller ? deflated : Buffer.from(content);
    const shared = sharedFields(isSmaller ? 8 : 0, crc32(content), body.length, content.length, path.length);
    files.push(fields([[0x04034b50, 4]]), shared, path, body);
    const place = fields([
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [offset, 4],
    ]);
    directory.push(
      fields([
        [0x02014b50, 4],
        [20, 2],
      ]),
      shared,
      place,
      path,
    );
    offset += 4 + shared.length + path.length + body.length;
  }
  const listed = Buffer.concat(directory);
  const count = sorted.length;
  const end = fields([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [listed.length, 4],
    [offset, 4],
    [0, 2],
  ]);
  return Buffer.concat([...files, listed, end]);
}

/**
 * What the file's own header and its line in the directory have in common.
 *
 * @param {number} method 0 stored, 8 deflated
 * @param {number} crc
 * @param {number} packed bytes
 * @param {number} size bytes
 * @param {number} pathLength bytes
 */
function sharedFields(method, crc, packed, size, pathLength) {
  const version = 20;
  const utf8 = 0x0800;
  // The first day that the format knows: 1980-01-01, 00:00.
  const [time, date] = [0, 0x21];
  return fields([
    [version, 2],
    [utf8, 2],
    [method, 2],
    [time, 2],
    [date, 2],
    [crc, 4],
    [packed, 4],
    [size, 4],
    [pathLength, 2],
    [0, 2],
  ]);
}

/** Little-endian numbers one after another. @param {readonly (readonly [value: number, bytes: 2 | 4])[]} values */
function fields(values) {
  const buffer = Buffer.alloc(values.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of values) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

/** @param {Uint8Array} content */
export function crc32(content) {
  let crc = 0xffffffff;
  for (const byte of content) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
