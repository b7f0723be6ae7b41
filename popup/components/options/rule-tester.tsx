import { useId } from 'preact/hooks';
import type { RuleOutcome, TestRulesAnswer } from '../../../src/messages/rules.ts';
import { type WordKey, words } from '../../../src/platform/words.ts';
import { tested, testFault, type TestLink, testLink } from '../../options/rule-tester.ts';
import { CONFLICT_WORDS } from '../../view/options/conflict-words.ts';
import { visibleName } from '../../view/visible-name.ts';
import { SizeField } from './size-field.tsx';
import { TextField } from './text-field.tsx';

function write(part: Partial<TestLink>): void {
  testLink.value = { ...testLink.value, ...part };
}

/** Tries a link with the rules as they are: the worker answers, which decides in earnest too. Nothing is downloaded. */
export function RuleTester() {
  const id = useId();
  const { url, page, type, size } = testLink.value;
  return (
    <div class="tester" role="group" aria-labelledby={id}>
      <h3 id={id}>{words('rules_tester')}</h3>
      <TextField
        label={words('rules_testUrl')}
        name="test-url"
        value={url}
        onInput={text => write({ url: text })}
        placeholder="https://"
        help={words('rules_testHelp')}
        problem={testFault.value}
      />
      <div class="tester-known">
        <TextField
          label={words('rules_testPage')}
          name="test-page"
          value={page}
          onInput={text => write({ page: text })}
          placeholder="https://"
        />
        <TextField
          label={words('rules_testType')}
          name="test-type"
          value={type}
          onInput={text => write({ type: text })}
          placeholder="video/mp4"
        />
        <SizeField
          label={words('rules_testSize')}
          name="test-size"
          value={size}
          onInput={bytes => write({ size: bytes })}
        />
      </div>
      <div class="tester-answer" aria-live="polite">
        {tested.value === null ? null : <Answer answer={tested.value} />}
      </div>
    </div>
  );
}

function Answer({ answer: { steps, matched, outcome } }: { answer: TestRulesAnswer }) {
  const place = steps.findIndex(({ rule }) => rule === matched);
  const title = visibleName(steps[place]?.title ?? '') || words('rules_untitled', place + 1);
  const isUnsure = matched === null && steps.some(({ verdict }) => verdict === 'unsure');
  return (
    <>
      <p class="tester-verdict">
        {matched !== null ? words('rules_decides', title) : words(isUnsure ? 'rules_undecided' : 'rules_noneFits')}
      </p>
      {outcome === null ? null : <Outcome outcome={outcome} />}
      <ol class="tester-steps">
        {steps.map(({ rule, title: own, verdict, message }, index) => (
          <li key={rule} class={`tester-step tester-${verdict}`}>
            <span class="tester-rule">
              <bdi>{visibleName(own) || words('rules_untitled', index + 1)}</bdi>
            </span>
            <span class="tester-why">{visibleName(message)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Outcome({ outcome: { path, priority, carrier, conflict, start } }: { outcome: RuleOutcome }) {
  if (start === 'skip') return <p class="tester-skip">{words('rules_thenSkip')}</p>;
  const facts: readonly (readonly [name: WordKey, text: string])[] = [
    ['rules_savedAs', visibleName(path)],
    ['rules_start', words(start === 'paused' ? 'rules_startPaused' : 'rules_startUsual')],
    ['rules_priority', words(PRIORITY[priority])],
    ['rules_carrier', words(carrier === null ? 'rules_carrierUsual' : CARRIER[carrier])],
    ['rules_conflict', words(CONFLICT_WORDS[conflict])],
  ];
  return (
    <dl class="tester-facts">
      {facts.map(([name, text]) => (
        <div key={name} class="tester-fact">
          <dt>{words(name)}</dt>
          <dd>
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const PRIORITY = {
  high: 'rules_high',
  normal: 'rules_normal',
  low: 'rules_low',
} as const satisfies Record<RuleOutcome['priority'], WordKey>;

const CARRIER = {
  'background-fetch': 'rules_carrierFetch',
  'browser-download': 'rules_carrierBrowser',
} as const satisfies Record<NonNullable<RuleOutcome['carrier']>, WordKey>;
