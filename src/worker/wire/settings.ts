import { changeSettings, isProblem, type Settings } from '../../core/settings.ts';
import { Refusal } from '../../messages/refusal.ts';
import { problemSentence } from '../../messages/problem-sentence.ts';
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
    if (isProblem(changed)) throw new Refusal('bad-setting', problemSentence(changed, ports.words));
    await ports.settings.write(changed);
    return { answer: changed, changes: [] };
  });
}
