import { words } from '../src/platform/words.ts';
import { append, error } from './adding.ts';
import { richerMarkup } from './pasting.ts';
import { csvColumns } from './view/csv-columns.ts';

/** Bytes of a list. A box with more in it can hardly be worked with. */
const MOST_BYTES = 5_000_000;

/** Puts the text of files into the box. What is too large, or no text, is told and left out. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  const problems: string[] = [];
  for (const file of files) {
    const text = file.size > MOST_BYTES ? null : await file.text().catch(() => null);
    if (file.size > MOST_BYTES) problems.push(words('add_listTooLarge', file.name));
    else if (text === null || text.includes('\0')) problems.push(words('add_listNoText', file.name));
    else append(isTable(file.name) ? csvColumns(text) : text);
  }
  if (problems.length > 0) error.value = problems.join(' ');
}

/** Takes what was dropped: files, else the links of a page's markup, else text. */
export async function takeDrop(dropped: DataTransfer): Promise<void> {
  const files = [...dropped.files];
  const markup = richerMarkup(dropped);
  if (files.length > 0) await takeFiles(files);
  else append(markup ?? (dropped.getData('text/plain') || dropped.getData('text/uri-list')));
}

function isTable(name: string): boolean {
  return /\.csv$/i.test(name);
}
