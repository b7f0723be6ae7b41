export interface StartFetchAsk {
  registration: string;
  title: string;
  /** Bytes that will come; null when unknown. */
  total: number | null;
  files: readonly FileAsk[];
}
export interface FileAsk {
  /** The id of the item. */
  owner: string;
  url: string;
  /** Bytes to be asked for in a request each, both ends included; none: the whole in one. */
  parts: readonly { first: number; last: number }[];
}

/** What a worker posts to the offscreen document together with a Blob, which `runtime.sendMessage` cannot carry. */
export interface PackAsk {
  kind: 'pack';
  blob: Blob;
}
