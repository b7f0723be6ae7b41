import type { Rule } from '../../../src/core/rules/rule.ts';
import { words } from '../../../src/platform/words.ts';
import { dragged } from '../../options/rule-drag.ts';
import { moved } from '../../view/options/move-rule.ts';
import { RuleRow } from './rule-row.tsx';

/** In the order in which they are asked, or as it would be where the one that is dragged is let go. */
export function RuleList({ rules }: { rules: readonly Rule[] }) {
  if (rules.length === 0) return <p class="rules-none">{words('rules_none')}</p>;
  const drag = dragged.value;
  const shown = drag === null ? rules : moved(rules, drag.from, drag.to);
  return (
    <ol class={drag === null ? 'rules' : 'rules rules-moving'} aria-label={words('rules_listLabel')}>
      {shown.map((rule, place) => (
        <RuleRow key={rule.id} rule={rule} place={place} count={rules.length} />
      ))}
    </ol>
  );
}
