import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bare } from '../scripts/build/locales.mjs';
import { LANGUAGES } from '../src/core/settings.ts';
import { fillSentence, sentencesOf } from '../src/messages/fill-sentence.ts';

interface Stored {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
type Messages = Readonly<Record<string, Stored>>;

const FOLDER = new URL('../_locales/', import.meta.url);
const FORM = /_(zero|one|two|few|many|other)$/;
const others = LANGUAGES.filter(language => language !== 'en');
const english = read('en');

function read(language: string): Messages {
  return JSON.parse(readFileSync(new URL(`${language}/messages.json`, FOLDER), 'utf8')) as Messages;
}

/** What counts things, by what stands before the form. */
function isCounted(key: string): boolean {
  return FORM.test(key) && key.replace(FORM, '_other') in english;
}

function expectedKeys(language: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(language.replace('_', '-')).resolvedOptions();
  return Object.keys(english).flatMap(key => {
    if (!isCounted(key)) return [key];
    return key.endsWith('_other') ? pluralCategories.map(form => key.replace(FORM, `_${form}`)) : [];
  });
}

function placesIn(message: string): string[] {
  return [...message.matchAll(/\$(\w+)\$/g)]
    .map(([, name = '']) => name.toLowerCase())
    .sort((a, b) => (a < b ? -1 : 1));
}

test('the languages that can be chosen are those that are there', () => {
  assert.deepEqual(new Set(readdirSync(FOLDER)), new Set(LANGUAGES));
});

test('every sentence of English tells translators what it is for', () => {
  assert.deepEqual(
    Object.entries(english).filter(([, { description = '' }]) => description.length < 5),
    [],
  );
});

for (const language of others) {
  const own = read(language);

  test(`${language}: every sentence is there, with the plural forms of the language, and none too many`, () => {
    const wanted = new Set(expectedKeys(language));
    const there = new Set(Object.keys(own));
    assert.deepEqual(
      { missing: [...wanted].filter(key => !there.has(key)), surplus: [...there].filter(key => !wanted.has(key)) },
      { missing: [], surplus: [] },
    );
  });

  test(`${language}: each sentence has the places of the English one, and each place has its value`, () => {
    const wrong = Object.entries(own).filter(([key, { message, placeholders = {} }]) => {
      const source = english[key.replace(FORM, '_other')] ?? english[key];
      const places = placesIn(message);
      // "No files", "one file" and "two files" need no figure.
      const mayDrop = isCounted(key) && /_(zero|one|two)$/.test(key);
      const isSame = placesIn(source?.message ?? '').every(place => mayDrop || places.includes(place));
      const names = new Map(Object.entries(placeholders).map(([name, { content }]) => [name.toLowerCase(), content]));
      const given = Object.entries(source?.placeholders ?? {});
      const areRight = places.every(place =>
        given.some(([name, { content }]) => name.toLowerCase() === place && names.get(place) === content),
      );
      return !isSame || !areRight || message.trim() === '';
    });
    assert.deepEqual(wrong, []);
  });

  test(`${language}: nothing was left in English by mistake`, () => {
    const left = Object.entries(own).filter(
      ([key, { message }]) => message === english[key]?.message && /\p{L}{4}/u.test(message.replaceAll(/\$\w+\$/g, '')),
    );
    assert.deepEqual(
      left.map(([key, { message }]) => `${key}: ${message}`).filter(line => !isTheSame(language, line)),
      [],
    );
  });

  test(`${language}: what the browser's store limits in length is short enough`, () => {
    assert.ok((own['appDescription']?.message.length ?? 0) <= 132);
    assert.ok((own['appName']?.message.length ?? 0) <= 75);
  });
}

/** Words that are the same in the other language: names, and what it has from the same root. */
function isTheSame(language: string, line: string): boolean {
  const [, message = ''] = line.split(': ');
  return (
    ['Longhaul', 'Background Fetch', 'Referer', 'Accept'].includes(message) || SAME[language]?.has(message) === true
  );
}

const SAME: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set([
    ...['Downloads', 'Audio', 'Video', 'Links', 'Link', 'Hosts', 'Host', 'Name', 'in Downloads', 'Tabs', 'Status'],
    ...['Details', 'Version', 'System', 'Start', 'Normal'],
  ]),
  es: new Set(['Audio', '$COUNT$ host', '$COUNT$ hosts', 'Hosts', 'Host', '$SIZE$ ($BYTES$ bytes)']),
  fr: new Set([
    ...['Images', 'Audio', 'Archives', 'Documents', 'Pages', 'Page', 'Type', 'Notifications', 'Site', 'Sites'],
    ...['Version', 'Sections', '$COUNT$ site', '$COUNT$ sites'],
  ]),
};

test('the sentences of the built extension are the same, in fewer words', () => {
  for (const language of LANGUAGES) {
    const own = read(language);
    const sentences = sentencesOf(own);
    for (const [key, { message }] of Object.entries(bare(own))) {
      assert.equal(message, sentences.get(key), `${language} ${key}`);
      assert.doesNotMatch(
        message,
        /\$\d\d/,
        `${language} ${key}: a figure right behind a place would be read as its number`,
      );
    }
  }
});

test('a sentence is filled as the browser fills it', () => {
  assert.equal(fillSentence('$2 of $1, $$5', ['a', 7]), '7 of a, $5');
});
