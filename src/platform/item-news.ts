/** Tells pages which items were written or removed, after it has been done. Nobody has to listen. */
const CHANNEL = 'item-news';

let speaking: BroadcastChannel | null = null;

export function tellItems(ids: readonly string[]): void {
  if (ids.length === 0) return;
  speaking ??= new BroadcastChannel(CHANNEL);
  // A channel is of one origin: it takes no target.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  speaking.postMessage(ids);
}

/** Calls with the ids of items that are other than before, or gone. Answers how to stop. */
export function hearItems(hear: (ids: readonly string[]) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (Array.isArray(data)) hear(data.filter(id => typeof id === 'string'));
  };
  return () => channel.close();
}
