import { xmlText } from '../core/xml-text.ts';
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
      void browser.omnibox.setDefaultSuggestion({ description: xmlText(first) });
      show(more.map(({ content, text }) => ({ content, description: xmlText(text) })));
    }, complain);
  });
  browser.omnibox.onInputEntered.addListener(typed => enter(typed));
}
