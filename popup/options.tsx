import { render } from 'preact';
import { OptionsPage } from './components/options/options-page.tsx';
import { dress } from './dress.ts';
import { readGrants } from './options/grants.ts';
import { readNotifyPermission } from './options/notify-permission.ts';
import { loadSettings } from './options/settings.ts';
import { loadShortcuts } from './options/shortcuts.ts';
import { loadRules } from './options/rules.ts';
import { keepTesting } from './options/rule-tester.ts';
import { followSections } from './options/shown-section.ts';
import { readTakeOverGrants } from './options/take-over.ts';

await dress('options_title');
render(<OptionsPage />, document.body);
// What is loaded changes the heights of the sections: the one that is asked for is gone to when it is there.
const loading = [
  readGrants(),
  readTakeOverGrants(),
  loadSettings(),
  loadRules(),
  loadShortcuts(),
  readNotifyPermission(),
];
void Promise.allSettled(loading).then(followSections);
keepTesting();

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void loadShortcuts();
});
addEventListener('focus', () => void loadShortcuts());
