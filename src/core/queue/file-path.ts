import { fileNameFor, joinPath } from '../naming/file-name.ts';
import { isMaskProblem } from '../naming/mask.ts';
import { parseMask } from '../naming/parse-mask.ts';
import { renderMask } from '../naming/render-mask.ts';
import { safeName } from '../naming/safe-name.ts';
import type { Asked, Travelled } from './item.ts';
import type { PlaceAsked } from './place.ts';

/** What has been told of a file when it is named; null where nothing was. */
export interface Told {
  /** Where the redirects ended, as far as is known. */
  readonly url: string;
  /** Raw `Content-Disposition`, one character a byte. */
  readonly disposition: string | null;
  readonly contentType: string | null;
  /** What the browser would call it: it has seen the headers, we have not. */
  readonly suggested: string | null;
}

type Named = PlaceAsked & Pick<Asked, 'url' | 'referrer'> & Pick<Travelled, 'ruled'>;

/** Where the file of an item belongs, below the download folder: a relative path that is safe on every system. */
export function filePathOf(item: Named, told: Told): string {
  return joinPath(item.folder ?? item.ruled?.folder ?? null, maskedName(item, told));
}

/** Whether anything but the server and the URL has a say in the name or the folder. */
export function hasOwnPlace(item: Named): boolean {
  return hasOwnName(item) || (item.folder ?? item.ruled?.folder ?? null) !== null;
}

/** Whether the user has a say in the name. */
export function hasOwnName({ name, mask, ruled }: Named): boolean {
  return [name, mask, ruled?.mask].some(each => each !== null && each !== undefined);
}

/** The name that the user gave goes before every mask: it was given to this file alone. */
function maskedName(item: Named, told: Told): string {
  const name = plainNameOf(item, told);
  const mask = parseMask(item.mask ?? item.ruled?.mask ?? '');
  if (item.name !== null || isMaskProblem(mask)) return name;
  const { title, text } = item.said;
  const { number, index, on } = item.batch;
  const { contentType } = told;
  return renderMask(mask, {
    name,
    url: item.url,
    page: item.referrer,
    title,
    text,
    contentType,
    index,
    batch: number,
    at: on,
  });
}

/** The name without mask and folder. */
export function plainNameOf({ name, said }: Named, { url, disposition, contentType, suggested }: Told): string {
  const sources = { disposition, url, contentType };
  // What is not of the URL the browser has from the server.
  const isOfServer = suggested !== null && suggested !== fileNameFor({ ...sources, wished: null });
  const wished = name ?? (isOfServer ? safeName(suggested) : null);
  return fileNameFor({ ...sources, wished, download: said.download, title: said.text ?? said.title });
}
