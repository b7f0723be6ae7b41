import type { LANGUAGES } from '../../../src/core/settings.ts';

type Language = (typeof LANGUAGES)[number];

/** The folder's name is Chromium's; Intl and `lang` know it as a tag, by the script where that says more. */
export function tagOf(language: Language): string {
  return language === 'zh_CN' ? 'zh-Hans' : language;
}

/** What a language calls itself, as it stands in a list. */
export function ownName(language: Language): string {
  const tag = tagOf(language);
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  const [first = ''] = name;
  return first.toLocaleUpperCase(tag) + name.slice(first.length);
}
