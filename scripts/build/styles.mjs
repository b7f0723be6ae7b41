/** The style sheets of the pages. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

const LINK = /\s*<link rel="stylesheet" href="styles\/([^"]+)" \/>/g;
/** The one that a media query takes in or leaves out, which a page changes: it stays a file of its own. */
const APART = 'dark.css';
/** Sheets that are not ours, by the names that pages call them. */
export const FOREIGN_SHEETS = { 'uplot.css': 'node_modules/uplot/dist/uPlot.min.css' };

/**
 * Puts the style sheets of each page into one, in their order: each is a question to the browser before anything is
 * painted. Pages with the same sheets share one.
 *
 * @param {string} root of the project
 * @param {string} out where the pages lie
 * @param {string[]} pages names of files
 * @param {(css: string) => Promise<string>} minify
 */
export async function joinStyles(root, out, pages, minify) {
  await mkdir(join(out, 'styles'), { recursive: true });
  /** @param {string} name */
  const read = name => {
    const foreign = /** @type {Record<string, string>} */ (FOREIGN_SHEETS)[name];
    return readFile(join(root, foreign ?? `popup/styles/${name}`), 'utf8');
  };
  await writeFile(join(out, 'styles', APART), await minify(await read(APART)));
  /** @type {Map<string, string>} the sheet of pages by what it is made of */
  const made = new Map();
  for (const page of pages) {
    const html = await readFile(join(out, page), 'utf8');
    const names = [...html.matchAll(LINK)].map(([, name = '']) => name);
    const sheet = made.get(names.join()) ?? `styles/${basename(page, '.html')}.css`;
    if (!made.has(names.join())) {
      made.set(names.join(), sheet);
      await writeFile(join(out, sheet), await minify((await Promise.all(names.map(read))).join('\n')));
    }
    let isFirst = true;
    const joined = html.replace(LINK, () => {
      const link = isFirst ? `\n    <link rel="stylesheet" href="${sheet}" />` : '';
      isFirst = false;
      return link;
    });
    await writeFile(join(out, page), joined);
  }
}
