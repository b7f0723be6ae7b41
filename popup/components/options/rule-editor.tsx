import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../../../src/platform/words.ts';
import {
  asksDiscard,
  closeEditor,
  draft,
  draftFault,
  isNew,
  leaveEditor,
  saveDraft,
  writeDraft,
} from '../../options/rule-editor.ts';
import { MessageBar } from '../message-bar.tsx';
import { RuleCondition } from './rule-condition.tsx';
import { RuleDecision } from './rule-decision.tsx';
import { TextField } from './text-field.tsx';

/** A dialog in which a rule is written. What is wrong is said at its field, and while there is such nothing is saved. */
export function RuleEditor() {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed before it goes, it gives the focus back to what had it.
    return () => shown?.close();
  }, []);
  const written = draft.value;
  if (written === null) return null;
  const fault = draftFault.value;
  const problemOf = (field: string): string | null => (fault?.field === field ? fault.message : null);
  return (
    <dialog
      ref={dialog}
      class="rule-editor"
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault();
        leaveEditor();
      }}
      // The browser closes it itself at a second Escape.
      onClose={closeEditor}
    >
      <form
        class="rule-form"
        onSubmit={event => {
          event.preventDefault();
          const form = event.currentTarget;
          void saveDraft().then(isSaved => {
            if (!isSaved) form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
          });
        }}
      >
        <h2 id={id}>{words(isNew.value ? 'rules_newTitle' : 'rules_editTitle')}</h2>
        <div class="rule-body">
          <TextField
            label={words('rules_name')}
            name="title"
            value={written.title}
            onInput={title => void writeDraft({ title })}
            help={words('rules_nameHelp')}
            problem={problemOf('title')}
          />
          <RuleCondition draft={written} problemOf={problemOf} />
          <RuleDecision draft={written} problemOf={problemOf} />
        </div>
        {fault !== null && fault.field === null ? <MessageBar tone="bad">{fault.message}</MessageBar> : null}
        <Buttons isWhole={fault === null} />
      </form>
    </dialog>
  );
}

function Buttons({ isWhole }: { isWhole: boolean }) {
  if (asksDiscard.value) return <DiscardQuestion />;
  return (
    <div class="form-buttons rule-buttons">
      <button type="submit" class="button button-main" aria-disabled={!isWhole}>
        {words('rules_save')}
      </button>
      <button type="button" class="button" onClick={leaveEditor}>
        {words('rules_cancel')}
      </button>
    </div>
  );
}

/** In the place of the buttons; the focus is on what loses nothing, and goes on to the first field with it. */
function DiscardQuestion() {
  const keep = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => keep.current?.focus(), []);
  return (
    <div class="form-buttons rule-buttons" role="alert">
      <p>{words('rules_discardQuestion')}</p>
      <button type="button" class="button" onClick={closeEditor}>
        {words('rules_discard')}
      </button>
      <button
        ref={keep}
        type="button"
        class="button button-main"
        onClick={event => {
          event.currentTarget.form?.querySelector('input')?.focus();
          asksDiscard.value = false;
        }}
      >
        {words('rules_keepWriting')}
      </button>
    </div>
  );
}
