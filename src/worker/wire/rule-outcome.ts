import { wallClock } from '../../core/naming/wall-clock.ts';
import { filePathOf } from '../../core/queue/file-path.ts';
import { UNPLACED } from '../../core/queue/place.ts';
import { conflictOf } from '../../core/queue/placing.ts';
import type { Known, Rule } from '../../core/rules/rule.ts';
import { ruledOf } from '../../core/rules/ruled.ts';
import type { RuleOutcome } from '../../messages/rules.ts';
import type { Ports } from '../ports.ts';

/**
 * What is done with a link that is sent alone now and says nothing of its place, by the rule that decides: by the same
 * functions as in earnest. The number of its sending is not used up: it stands for 1.
 */
export async function outcomeOf(
  ports: Pick<Ports, 'now' | 'settings' | 'zone'>,
  rule: Rule | null,
  { url, page, name, contentType }: Known,
): Promise<RuleOutcome> {
  const ruled = rule === null ? null : ruledOf(rule);
  const batch = { number: 1, index: 1, on: wallClock(ports.now(), ports.zone()) };
  const link = { ...UNPLACED, url, referrer: page, said: { ...UNPLACED.said, download: name }, batch, ruled };
  return {
    path: filePathOf(link, { url, disposition: null, contentType, suggested: null }),
    priority: rule?.then.priority ?? 'normal',
    carrier: ruled?.carrier ?? null,
    conflict: conflictOf(link, (await ports.settings.read()).conflict),
    start: rule?.then.start ?? null,
  };
}
