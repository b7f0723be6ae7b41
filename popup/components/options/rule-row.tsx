import type { Rule } from '../../../src/core/rules/rule.ts';
import { words } from '../../../src/platform/words.ts';
import { deleteRule, duplicateRule, moveRule, switchRule } from '../../options/rule-acts.ts';
import { dragged, startDrag } from '../../options/rule-drag.ts';
import { editRule } from '../../options/rule-editor.ts';
import { say } from '../../say.ts';
import { conditionSummary, decisionSummary } from '../../view/options/rule-summary.ts';
import { visibleName } from '../../view/visible-name.ts';
import { Icon, type IconName } from '../icon.tsx';
import { keepFocus, leaveRow } from './rule-focus.ts';

interface Props {
  rule: Rule;
  /** From 0. */
  place: number;
  count: number;
}

/** One rule in a few words, with all that can be done to it. Alt and an arrow move it; Delete takes it away. */
export function RuleRow({ rule, place, count }: Props) {
  const name = visibleName(rule.title) || words('rules_untitled', place + 1);
  const move = (to: number, control: string): void => {
    if (to < 0 || to >= count) return;
    void keepFocus(rule.id, control, moveRule(rule.id, to, name));
  };
  const remove = (): void => void leaveRow(rule.id, deleteRule(rule.id, name));
  const press = (event: KeyboardEvent): void => {
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (step === undefined && event.key !== 'Delete') return;
    event.preventDefault();
    if (step === undefined) remove();
    else move(place + step, controlOf(event.target));
  };
  return (
    <li class={classOf(rule)} data-rule={rule.id} onKeyDown={press}>
      <span class="rule-grip" aria-hidden="true" onPointerDown={event => startDrag(event, rule.id, place, name)}>
        <Icon name="grip" />
      </span>
      <input
        type="checkbox"
        class="rule-switch"
        data-control="switch"
        aria-label={words('rules_switch', name)}
        checked={rule.isOn}
        onChange={event => void switchRule(rule.id, event.currentTarget.checked)}
      />
      <button
        type="button"
        class="rule-open"
        data-control="open"
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
        onClick={() => editRule(rule)}
      >
        <span class="rule-title">
          <bdi>{name}</bdi>
        </span>
        <Summary rule={rule} />
      </button>
      <div class="rule-acts">
        <Act
          icon="arrow-up"
          control="up"
          label={words('rules_moveUp', name)}
          isOff={place === 0}
          act={() => move(place - 1, 'up')}
        />
        <Act
          icon="arrow-down"
          control="down"
          label={words('rules_moveDown', name)}
          isOff={place === count - 1}
          act={() => move(place + 1, 'down')}
        />
        <Act
          icon="copy"
          control="copy"
          label={words('rules_duplicate', name)}
          act={() => void duplicateRule(rule, words('rules_copyOf', name))}
        />
        <Act icon="bin" control="delete" label={words('rules_delete', name)} act={remove} />
      </div>
    </li>
  );
}

function classOf({ id, isOn }: Rule): string {
  return `rule${isOn ? '' : ' rule-off'}${dragged.value?.id === id ? ' rule-held' : ''}`;
}

function Summary({ rule }: { rule: Rule }) {
  const when = conditionSummary(rule);
  const then = decisionSummary(rule);
  return (
    <>
      <span class="rule-when">
        {when.length === 0
          ? words('rules_always')
          : when.map(part => (
              <span class="fact" key={part[0]}>
                <bdi>{say(part)}</bdi>
              </span>
            ))}
      </span>
      <span class="rule-then">
        {then.length === 0
          ? words('rules_nothing')
          : then.map(part => (
              <span class="fact" key={part[0]}>
                <bdi>{say(part)}</bdi>
              </span>
            ))}
      </span>
    </>
  );
}

interface ActProps {
  icon: IconName;
  control: string;
  label: string;
  /** It keeps the focus where there is nothing to do any more. */
  isOff?: boolean;
  act: () => void;
}

function Act({ icon, control, label, isOff = false, act }: ActProps) {
  return (
    <button
      type="button"
      class="icon-button"
      data-control={control}
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={act}
    >
      <Icon name={icon} />
    </button>
  );
}

function controlOf(target: EventTarget | null): string {
  return (target instanceof HTMLElement ? target.dataset['control'] : undefined) ?? 'open';
}
