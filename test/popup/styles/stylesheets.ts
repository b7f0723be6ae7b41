import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../../popup/styles/', import.meta.url);

export interface Declaration {
  readonly file: string;
  readonly selector: string;
  readonly property: string;
  readonly value: string;
}

/** Every declaration of a text in CSS. The selector is the innermost one; that is enough for one level of `@media`. */
export function declarationsOf(css: string, file = ''): Declaration[] {
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const rules = [...plain.matchAll(/([^{};]+)\{([^{}]*)\}/g)];
  return rules.flatMap(([, selector = '', body = '']) =>
    body
      .split(';')
      .filter(line => line.includes(':'))
      .map(line => {
        const [property = '', ...value] = line.split(':');
        return { file, selector: selector.trim(), property: property.trim(), value: value.join(':').trim() };
      }),
  );
}

export function readStyle(file: string): string {
  return readFileSync(new URL(file, FOLDER), 'utf8');
}

const TOKENS = ['tokens.css', 'dark.css'];

/** What all style sheets but those of the tokens declare. */
export function declarationsOfPages(): Declaration[] {
  const files = readdirSync(FOLDER).filter(file => file.endsWith('.css') && !TOKENS.includes(file));
  return files.flatMap(file => declarationsOf(readStyle(file), file));
}

export type Theme = 'light' | 'dark';

/** The tokens as a theme has them: what the dark one does not name is as in the light one. */
export function tokensOf(theme: Theme): ReadonlyMap<string, string> {
  // The motions that are taken away stand under a query of their own, behind: the first of each name counts.
  const light = new Map(namedIn('tokens.css').toReversed());
  return theme === 'light' ? light : new Map([...light, ...namedIn('dark.css')]);
}

export function namedIn(file: string): [name: string, value: string][] {
  return declarationsOf(readStyle(file))
    .filter(({ property }) => property.startsWith('--'))
    .map(({ property, value }) => [property, value]);
}
