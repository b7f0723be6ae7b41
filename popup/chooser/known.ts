import { send } from '../../src/messages/send.ts';
import { known, type Known, rows, selected } from './store.ts';

/** URLs of one question: the most that the worker takes. */
const AT_ONCE = 1_000;

/** Marks what the queue has, and leaves it out of the selection. What is sent meanwhile the queue passes over by itself. */
export async function markKnown(): Promise<void> {
  const offered = rows.value;
  for (let start = 0; start < offered.length; start += AT_ONCE) {
    const urls = offered.slice(start, start + AT_ONCE).map(({ url }) => url);
    // Without an answer the marks are missing, and nothing else.
    const answer = await send('worker', 'known-links', { urls }).catch(() => null);
    if (answer === null || rows.value !== offered) return;
    const found = answer.known.flatMap((state, place): [number, Known][] =>
      state === null ? [] : [[start + place, state]],
    );
    if (found.length === 0) continue;
    known.value = new Map([
      ...known.value,
      ...found.map(([index, state]) => [offered[index]?.url ?? '', state] as const),
    ]);
    const left = new Set(selected.value);
    for (const [index] of found) left.delete(index);
    selected.value = left;
  }
}
