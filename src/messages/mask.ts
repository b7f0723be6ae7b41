export interface MaskAsk {
  mask: string;
  /** The file to be named; an invented one where it has no `url`. null is what it does not have. */
  sample?: {
    url?: string;
    /** The name without the mask; as it comes of the URL when absent. */
    name?: string;
    page?: string | null;
    title?: string | null;
    text?: string | null;
    contentType?: string | null;
    index?: number;
    batch?: number;
  };
}
export interface MaskPreview {
  /** Relative, with `/` between folders; null where the mask cannot be read. */
  path: string | null;
  /** Where in the mask (UTF-16 units), and a sentence for people. */
  problem: { at: number; length: number; message: string } | null;
  /** What may stand between asterisks. */
  fields: string[];
}
