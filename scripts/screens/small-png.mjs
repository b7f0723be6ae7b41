/**
 * Makes a picture of a page small: a page has few colours, so that each pixel is the number of one of 256.
 *
 * Reads what Chromium writes: eight bits a channel, not interlaced (PNG, third edition, sections 7 and 9).
 */
import { deflateSync, inflateSync } from 'node:zlib';
import { crc32 } from '../pack/zip.mjs';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;

/** @param {Uint8Array} png @returns {Buffer} */
export function smallPng(png) {
  const { width, height, pixels } = readPixels(Buffer.from(png));
  const palette = commonest(pixels);
  const nearest = nearestIn(palette);
  const rows = Buffer.alloc(height * (width + 1));
  for (let place = 0; place < pixels.length; place += 1) {
    const [y, x] = [Math.floor(place / width), place % width];
    rows[y * (width + 1) + 1 + x] = nearest(pixels[place] ?? 0);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours that are there most, as numbers of 24 bits. @param {Uint32Array} pixels */
function commonest(pixels) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  // In a photograph the commonest are all of its sky: one of each small cube of colours comes before a second of it.
  const cubes = new Set();
  const sorted = [...counts].sort((one, other) => other[1] - one[1]).map(([colour]) => colour);
  const first = sorted.filter(colour => !cubes.has(cubeOf(colour)) && cubes.add(cubeOf(colour)));
  return [...new Set([...sorted.slice(0, MOST_COLOURS / 4), ...first, ...sorted])].slice(0, MOST_COLOURS);
}

/** @param {number} colour */
function cubeOf(colour) {
  return colour & 0xe0e0e0;
}

/** @param {number[]} palette */
function nearestIn(palette) {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  /** @param {number} colour */
  return colour => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    const distances = palette.map(each => distance(each, colour));
    const best = distances.indexOf(Math.min(...distances));
    known.set(colour, best);
    return best;
  };
}

/** @param {number} one @param {number} other */
function distance(one, other) {
  const [a, b] = [channelsOf(one), channelsOf(other)];
  return a.reduce((sum, channel, index) => sum + (channel - (b[index] ?? 0)) ** 2, 0);
}

/** @param {number} colour */
function channelsOf(colour) {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

/** @param {Buffer} png */
function readPixels(png) {
  const [width, height, depth, kind] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]];
  const channels = kind === 2 ? 3 : 4;
  if (depth !== 8 || (kind !== 2 && kind !== 6))
    throw new Error(`A picture of kind ${kind} in ${depth} bits is not read.`);
  const raw = inflateSync(Buffer.concat(chunksOf(png, 'IDAT')));
  const stride = width * channels;
  const bytes = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : (bytes[y * stride + x - channels] ?? 0);
      const above = y === 0 ? 0 : (bytes[(y - 1) * stride + x] ?? 0);
      const corner = y === 0 || x < channels ? 0 : (bytes[(y - 1) * stride + x - channels] ?? 0);
      const value = raw[y * (stride + 1) + 1 + x] ?? 0;
      bytes[y * stride + x] = (value + predicted(filter, left, above, corner)) & 255;
    }
  }
  const pixels = Uint32Array.from({ length: width * height }, (_, place) => bytes.readUIntBE(place * channels, 3));
  return { width, height, pixels };
}

/** What the filter of a row takes a byte to be (PNG, section 9.2). @type {(...of: [number, number, number, number]) => number} */
function predicted(filter, left, above, corner) {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map(each => Math.abs(guess - each));
  if (Number(toLeft) <= Number(toAbove) && Number(toLeft) <= Number(toCorner)) return left;
  return Number(toAbove) <= Number(toCorner) ? above : corner;
}

/** @param {Buffer} png @param {string} wanted @returns {Buffer[]} */
function chunksOf(png, wanted) {
  const found = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === wanted) found.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return found;
}

/** @param {string} type @param {Buffer} content */
function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
