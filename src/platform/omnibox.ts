import { browser } from './browser.ts';

/** A line under the address bar. `content` takes the place of what was typed when it is chosen. */
export interface Suggestion {
  readonly content: string;
  readonly text: string;
}

/** Tells of what is typed behind the keyword of the manifest. The lines are plain text: the browser reads XML. */
export function onOmnibox(
  suggest: (typed: string) => Promise<{ readonly first: string; readonly more: readonly Suggestion[] }>,
  complain: (fault: unknown) => void,
  enter: (typed: string) => void,
): void {
  browser.omnibox.onInputChanged.addListener((typed, show) => {
    void suggest(typed).then(({ first, more }) => {
      browser.omnibox.setDefaultSuggestion({ description: asXml(first) });
      show(more.map(({ content, text }) => ({ content, description: asXml(text) })));
    }, complain);
  });
  browser.omnibox.onInputEntered.addListener(typed => enter(typed));
}

/**
 * A text as the browser wants it, which parses a description as XML and refuses all suggestions where one is none.
 * What XML 1.0 does not allow at all (section 2.2), and marks that turn the writing around, become a blank.
 */
function asXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
