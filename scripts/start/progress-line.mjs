/** @import { ListedItem } from '../../src/messages/listing.ts' */
import { bytesText } from './bytes-text.mjs';

/** How often a terminal that cannot rewrite a line gets a new one. ms */
const PLAIN_PAUSE = 5000;

/** Speed is the mean over this time. ms */
const SPEED_SPAN = 3000;

/**
 * Shows how far the files are: one line that is rewritten on a terminal, else a line now and then when something
 * has changed.
 *
 * @param {{ isTTY?: boolean, write(text: string): unknown }} out
 */
export function progressLine(out) {
  /** @type {{ at: number, bytes: number }[]} */
  const samples = [];
  let shown = '';
  let shownAt = -PLAIN_PAUSE;

  return {
    /** @param {readonly ListedItem[]} items @param {number} now ms */
    show(items, now) {
      const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
      samples.push({ at: now, bytes });
      while (samples.length > 2 && now - (samples[0]?.at ?? now) > SPEED_SPAN) samples.shift();
      const text = progressText(items, bytes, speedOf(samples));
      if (text === shown) return;
      if (out.isTTY) out.write(`\r\x1b[2K${text}`);
      else if (now - shownAt >= PLAIN_PAUSE) out.write(`${text}\n`);
      else return;
      shown = text;
      shownAt = now;
    },
    /** Leaves a clean line for what follows. */
    end() {
      if (out.isTTY && shown !== '') out.write('\r\x1b[2K');
    },
  };
}

/** @param {readonly { at: number, bytes: number }[]} samples @returns {number} bytes per second */
function speedOf(samples) {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at === first.at) return 0;
  return Math.max(0, ((last.bytes - first.bytes) * 1000) / (last.at - first.at));
}

/** @param {readonly ListedItem[]} items @param {number} bytes @param {number} speed */
function progressText(items, bytes, speed) {
  /** @param {string} status */
  const count = status => items.filter(item => item.status === status).length;
  const parts = [`${count('done')} of ${items.length} done`];
  for (const status of ['failed', 'cancelled', 'waiting', 'paused']) {
    if (count(status) > 0) parts.push(`${count(status)} ${status}`);
  }
  return [...parts, bytesText(bytes), ...(speed > 0 ? [`${bytesText(Math.round(speed))}/s`] : [])].join(', ');
}
