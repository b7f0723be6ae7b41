import { signal } from '@preact/signals';
import { LANGUAGE_CHOICES, type Settings } from '../src/core/settings.ts';
import { onSettingsChange, settingsStore } from '../src/platform/settings-store.ts';
import { locale, onReading, speak, type WordKey, words } from '../src/platform/words.ts';
import { setLanguage } from './say.ts';
import { wear } from './theme.ts';
import { writeFiguresIn } from './view/locale.ts';

/** A copy of the setting, so that the first words of a page need not wait for the browser's store. */
const COPY = 'language';

/** Whatever reads words reads it too, and is drawn anew when the language changes. */
const language = signal(0);

/**
 * Gives the page the theme and the language of the settings, now and whenever they change. Answers when its words are
 * there: nothing may be drawn before.
 */
export async function dress(title?: WordKey): Promise<void> {
  onReading(() => void language.value);
  const kept = localStorage.getItem(COPY);
  await talk(LANGUAGE_CHOICES.find(choice => choice === kept) ?? 'browser', title);
  onSettingsChange(settings => void follow(settings, title));
  void settingsStore.read().then(settings => follow(settings, title));
}

async function follow(settings: Settings, title: WordKey | undefined): Promise<void> {
  wear(settings.theme);
  localStorage.setItem(COPY, settings.language);
  await talk(settings.language, title);
}

async function talk(choice: Settings['language'], title: WordKey | undefined): Promise<void> {
  if (await speak(choice)) language.value += 1;
  writeFiguresIn(locale());
  setLanguage(document);
  if (title !== undefined) document.title = words(title);
}
