import { useEffect, useRef } from 'preact/hooks';
import type { LiteralReason } from '../../../src/core/links/batch-range.ts';
import type { PasteKind, PasteProblem } from '../../../src/core/links/pasted.ts';
import { type WordKey, words } from '../../../src/platform/words.ts';
import { asItIs, asksCount, error, figure, pasted, plan, submit, text } from '../../adding.ts';
import { sayCount } from '../../say.ts';
import { visibleName } from '../../view/visible-name.ts';

const KINDS = {
  text: null,
  html: 'add_kindHtml',
  markdown: 'add_kindMarkdown',
  list: 'add_kindList',
  curl: 'add_kindCurl',
  wget: 'add_kindWget',
} as const satisfies Record<PasteKind, WordKey | null>;

const PROBLEMS = {
  relative: 'add_noteRelative',
  header: 'add_noteHeader',
  option: 'add_noteOption',
  word: 'add_noteWord',
  method: 'add_noteMethod',
  quote: 'add_noteQuote',
  'checksum-kind': 'add_noteChecksumKind',
  'checksum-alone': 'add_noteChecksumAlone',
} as const satisfies Record<PasteProblem, WordKey>;

const LITERALS = {
  'wrong-way': 'add_literalWrongWay',
  'no-step': 'add_literalNoStep',
  mixed: 'add_literalMixed',
  unclosed: 'add_literalUnclosed',
  'not-a-range': 'add_literalNotARange',
  'too-big': 'add_literalTooBig',
  data: 'add_literalData',
} as const satisfies Record<LiteralReason, WordKey>;

/** Notes that are shown before they are only counted. */
const SHOWN = 4;

interface Props {
  /** The question is answered, and the button that had the focus is gone. */
  onAnswer: () => void;
}

/** What the text in the box would send, before it does. */
export function AddPreview({ onAnswer }: Props) {
  const isQuiet = text.value === '' || error.value !== null;
  return (
    <>
      <p id="links-hint" class={isQuiet ? 'unseen' : 'add-hint'}>
        <span aria-live="polite">{summaryText()}</span> {words('popup_addHint')}
      </p>
      {isQuiet ? null : <Batch />}
      {isQuiet ? null : <Notes />}
      {asksCount.value ? <Question onAnswer={onAnswer} /> : null}
    </>
  );
}

/** "3 links from a curl command." Says nothing of one link that stands alone. */
function summaryText(): string {
  const { count } = plan.value;
  const kind = KINDS[pasted.value.kind];
  if (count === 0 || (count === 1 && kind === null)) return '';
  const links = Number.isFinite(count) ? sayCount('add_links', count) : words('add_countless');
  return kind === null ? `${links}.` : words(kind, links);
}

function Batch() {
  const { batches, first, last } = plan.value;
  if (batches === 0 && !asItIs.value) return null;
  return (
    <div class="add-batch">
      {first === null || last === null ? null : (
        <dl>
          <dt>{words('add_first')}</dt>
          <dd title={first}>{visibleName(first)}</dd>
          <dt>{words('add_last')}</dt>
          <dd title={last}>{visibleName(last)}</dd>
        </dl>
      )}
      <label>
        <input
          type="checkbox"
          checked={asItIs.value}
          onChange={event => {
            asItIs.value = event.currentTarget.checked;
            asksCount.value = false;
          }}
        />
        {words('add_asItIs')}
      </label>
    </div>
  );
}

function Notes() {
  const notes = [
    ...plan.value.literals.map(({ reason, text: found }) => words(LITERALS[reason], visibleName(found))),
    ...pasted.value.notes.map(({ problem, detail }) => words(PROBLEMS[problem], visibleName(detail))),
  ];
  if (notes.length === 0) return null;
  return (
    <ul class="add-notes" aria-label={words('add_notesLabel')}>
      {notes.slice(0, SHOWN).map(note => (
        <li key={note}>{note}</li>
      ))}
      {notes.length > SHOWN ? <li>{sayCount('popup_skippedMore', notes.length - SHOWN)}</li> : null}
    </ul>
  );
}

function Question({ onAnswer }: Props) {
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  const count = figure(plan.value.count);
  return (
    <div class="add-question" role="alertdialog" aria-labelledby="add-question">
      <p id="add-question">{words('add_question', count)}</p>
      <button
        type="button"
        class="button button-main button-small"
        onClick={() => {
          void submit(true);
          onAnswer();
        }}
      >
        {words('popup_addCount', count)}
      </button>
      <button
        type="button"
        class="button button-small"
        // The answer that does nothing is the one that Enter gives.
        ref={no}
        onClick={() => {
          asksCount.value = false;
          onAnswer();
        }}
      >
        {words('add_questionNo')}
      </button>
    </div>
  );
}
