import { changeSettings, isProblem, type Settings, type SettingsProblem } from '../../core/settings.ts';
import { Refusal } from '../../messages/refusal.ts';
import type { Words } from '../../messages/words.ts';
import type { Ports } from '../ports.ts';
import type { QueueKeeper } from '../queue-keeper.ts';
import { fieldsOf } from './ask.ts';

/** Answers the settings, after changing what `set` names. A bad value changes nothing at all. */
export async function settings(ports: Ports, keeper: QueueKeeper, ask: unknown): Promise<Settings> {
  const fields = fieldsOf(ask, ['set'], ports.words);
  const set = fields.get('set');
  if (set === undefined) return ports.settings.read();
  return keeper.write(async () => {
    const changed = changeSettings(await ports.settings.read(), set);
    if (isProblem(changed)) throw new Refusal('bad-setting', sentence(changed, ports.words));
    await ports.settings.write(changed);
    return { answer: changed, changes: [] };
  });
}

function sentence(problem: SettingsProblem, words: Words): string {
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
