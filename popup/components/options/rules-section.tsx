import { words } from '../../../src/platform/words.ts';
import { draft, createRule } from '../../options/rule-editor.ts';
import { rules, rulesFault, undoable, undoRules } from '../../options/rules.ts';
import { ownRules, usualRule } from '../../view/options/usual-rule.ts';
import { Icon } from '../icon.tsx';
import { MessageBar } from '../message-bar.tsx';
import { OptionsSection } from './options-section.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { RuleExchange } from './rule-exchange.tsx';
import { RuleList } from './rule-list.tsx';
import { RuleTester } from './rule-tester.tsx';

/** The user's rules in their order, with an editor, a tester and the way to other browsers. */
export function RulesSection() {
  const all = rules.value;
  return (
    <OptionsSection id="rules" title={words('rules_title')} help={words('rules_help')}>
      {rulesFault.value === null ? null : <MessageBar tone="bad">{rulesFault.value}</MessageBar>}
      {all === null ? null : <RuleList rules={ownRules(all)} />}
      {all !== null && usualRule(all) !== null ? <p class="rules-usual">{words('rules_usualNote')}</p> : null}
      <Undo />
      <div class="form-buttons">
        <button type="button" class="button" data-control="add-rule" onClick={createRule}>
          <Icon name="plus" />
          {words('rules_add')}
        </button>
        <RuleExchange />
      </div>
      <RuleTester />
      {draft.value === null ? null : <RuleEditor />}
    </OptionsSection>
  );
}

/** Stays until the next change: nobody is hurried. */
function Undo() {
  if (undoable.value === null) return null;
  return (
    <div class="rules-undo">
      <p>{undoable.value.text}</p>
      <button
        type="button"
        class="button button-small"
        data-control="undo-rules"
        onClick={() => {
          void undoRules();
          document.querySelector<HTMLElement>('[data-control=add-rule]')?.focus();
        }}
      >
        {words('popup_undo')}
      </button>
    </div>
  );
}
