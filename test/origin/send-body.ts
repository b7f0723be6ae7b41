import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Body } from './body.ts';
import type { Pace } from './pace.ts';

/** Bytes made and written at a time when nothing slows the body. */
const largestSlice = 256 * 1024;

/**
 * Writes the first `count` bytes of a body and leaves the end to the caller. No slice is made before the connection
 * has taken the one before it, so memory stays flat. False: the connection is gone.
 */
export async function sendBody(
  response: ServerResponse,
  body: Body,
  count: number,
  paces: readonly Pace[],
  gone: AbortSignal,
): Promise<boolean> {
  const slice = Math.min(largestSlice, ...paces.map(pace => pace.slice));
  for (let offset = 0; offset < count; offset += slice) {
    const length = Math.min(slice, count - offset);
    const wait = Math.max(0, ...paces.map(pace => pace.reserve(length)));
    if (wait > 0 && !(await waited(wait, gone))) return false;
    if (gone.aborted || response.destroyed) return false;
    if (!response.write(body.read(offset, length)) && !(await drained(response, gone))) return false;
  }
  return true;
}

/** False: the connection went away first. */
export function waited(milliseconds: number, gone: AbortSignal): Promise<boolean> {
  return unlessGone(delay(milliseconds, undefined, { signal: gone }), gone);
}

function drained(response: ServerResponse, gone: AbortSignal): Promise<boolean> {
  return unlessGone(once(response, 'drain', { signal: gone }), gone);
}

async function unlessGone(event: Promise<unknown>, gone: AbortSignal): Promise<boolean> {
  try {
    await event;
    return true;
  } catch (error) {
    if (gone.aborted) return false;
    throw error;
  }
}
