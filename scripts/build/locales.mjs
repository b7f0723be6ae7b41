import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Copies the sentences of all languages without what only translators read: descriptions, examples, names of
 * placeholders. A name becomes the number that stands behind it, which `chrome.i18n` takes as well.
 *
 * @param {string} from @param {string} to
 */
export async function copyLocales(from, to) {
  for (const language of await readdir(from)) {
    const stored = JSON.parse(await readFile(join(from, language, 'messages.json'), 'utf8'));
    await mkdir(join(to, language), { recursive: true });
    await writeFile(join(to, language, 'messages.json'), JSON.stringify(bare(stored)));
  }
}

/**
 * @typedef {{ message: string, placeholders?: Record<string, { content: string }> }} Stored
 * @param {Record<string, Stored>} stored
 */
export function bare(stored) {
  return Object.fromEntries(
    Object.entries(stored).map(([key, { message, placeholders = {} }]) => [
      key,
      { message: numbered(message, placeholders) },
    ]),
  );
}

/** @param {string} message @param {Record<string, { content: string }>} placeholders */
function numbered(message, placeholders) {
  const contents = new Map(Object.entries(placeholders).map(([name, { content }]) => [name.toLowerCase(), content]));
  return message.replaceAll(/\$([a-z0-9_@]+)\$/gi, (whole, name) => contents.get(name.toLowerCase()) ?? whole);
}
