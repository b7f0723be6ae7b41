import type { SettingsProblem } from '../core/settings.ts';
import type { Words } from './words.ts';

/** What is wrong with a setting, for those who sent it. */
export function problemSentence(problem: SettingsProblem, words: Words): string {
  switch (problem.kind) {
    case 'not-an-object':
      return words('ask_notAnObject');
    case 'unknown-setting':
      return words('settings_unknown', problem.key);
    case 'not-a-boolean':
      return words('ask_notABoolean', problem.key);
    case 'bad-windows':
      return words('settings_badWindows');
    case 'not-one-of':
      return words('settings_notOneOf', problem.key, problem.choices.join(', '));
    case 'not-a-list-of':
      return words('settings_notAListOf', problem.key, problem.choices.join(', '));
    case 'bad-take-over':
      return words('settings_badTakeOver', problem.field);
    case 'out-of-bounds':
      return words('settings_outOfBounds', problem.key, problem.least, problem.most);
  }
}
