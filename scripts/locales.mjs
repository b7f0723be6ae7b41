/**
 * Keeps the translations in step with English.
 *
 *   node scripts/locales.mjs                     what each language lacks, and what it has too much
 *   node scripts/locales.mjs de FILE             takes translations from a JSON file of { key: message } into _locales/de
 *
 * A key that English does not have any more goes. Placeholders are those of English: a translation says only where.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const LOCALES = resolve(dirname(fileURLToPath(import.meta.url)), '..', '_locales');
const FORMS = /_(zero|one|two|few|many|other)$/;

/** @typedef {{ message: string, placeholders?: Record<string, { content: string }> }} Stored */

const english = read('en');
const [language, file] = process.argv.slice(2);
if (language !== undefined && file !== undefined) take(language, file);
else tell();

/** @param {string} name @returns {Record<string, Stored>} */
function read(name) {
  return JSON.parse(readFileSync(join(LOCALES, name, 'messages.json'), 'utf8'));
}

function tell() {
  for (const name of readdirSync(LOCALES).filter(each => each !== 'en')) {
    const own = read(name);
    const missing = keysFor(name).filter(key => !(key in own));
    const surplus = Object.keys(own).filter(key => !keysFor(name).includes(key));
    console.log(`${name}: ${missing.length} missing, ${surplus.length} too many`);
    for (const key of missing) console.log(`  - ${key}: ${source(key)?.message}`);
    for (const key of surplus) console.log(`  + ${key}`);
  }
}

/** @param {string} name @param {string} from */
function take(name, from) {
  const known = languages().includes(name) ? read(name) : {};
  /** @type {Record<string, string>} */
  const given = JSON.parse(readFileSync(from, 'utf8'));
  const messages = keysFor(name).flatMap(key => {
    const message = given[key] ?? known[key]?.message;
    return message === undefined ? [] : [[key, { message, ...placeholdersOf(key, message) }]];
  });
  mkdirSync(join(LOCALES, name), { recursive: true });
  writeFileSync(join(LOCALES, name, 'messages.json'), `${JSON.stringify(Object.fromEntries(messages), null, 2)}\n`);
}

function languages() {
  return readdirSync(LOCALES);
}

/** The keys of English, with the plural forms that the language has. @param {string} name */
function keysFor(name) {
  const { pluralCategories } = new Intl.PluralRules(name.replace('_', '-')).resolvedOptions();
  return Object.keys(english).flatMap(key => {
    if (key.endsWith('_other')) return pluralCategories.map(form => key.replace(FORMS, `_${form}`));
    return FORMS.test(key) && key.replace(FORMS, '_other') in english ? [] : [key];
  });
}

/** @param {string} key */
function source(key) {
  return english[key.replace(FORMS, '_other')] ?? english[key];
}

/** @param {string} key @param {string} message */
function placeholdersOf(key, message) {
  const used = Object.entries(source(key)?.placeholders ?? {}).filter(([name]) =>
    message.toLowerCase().includes(`$${name.toLowerCase()}$`),
  );
  if (used.length === 0) return {};
  return { placeholders: Object.fromEntries(used.map(([name, { content }]) => [name, { content }])) };
}
