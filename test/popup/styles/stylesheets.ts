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

/** What all style sheets but that of the tokens declare. */
export function declarationsOfPages(): Declaration[] {
  const files = readdirSync(FOLDER).filter(file => file.endsWith('.css') && file !== 'tokens.css');
  return files.flatMap(file => declarationsOf(readStyle(file), file));
}

export type Theme = 'light' | 'dark';

/** The tokens as a theme has them: what the dark one does not name is as in the light one. */
export function tokensOf(theme: Theme): ReadonlyMap<string, string> {
  const named = declarationsOf(readStyle('tokens.css')).filter(({ property }) => property.startsWith('--'));
  const of = (wanted: string): [string, string][] =>
    named.filter(({ selector }) => selector === wanted).map(({ property, value }) => [property, value]);
  // The motions that are taken away stand under a selector of their own, within their query.
  const light = new Map(of(':root').toReversed());
  return theme === 'light' ? light : new Map([...light, ...of(':root[data-theme="dark"]')]);
}
