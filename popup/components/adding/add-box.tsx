import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../../../src/platform/words.ts';
import { addAnyway, error, figure, isSending, plan, progress, sent, submit, text, write } from '../../adding.ts';
import { richerMarkup } from '../../pasting.ts';
import { AddPreview } from './add-preview.tsx';
import { AddResult } from './add-result.tsx';

const BOX_ID = 'links';

/** Where the focus goes when the thing that had it is gone. */
export function focusAddBox(): void {
  document.getElementById(BOX_ID)?.focus();
}

/** Takes one or many links with any text around them. What is refused stays in the box. */
export function AddBox() {
  return (
    <form
      class="add-box"
      onSubmit={event => {
        event.preventDefault();
        void submit();
        focusAddBox();
      }}
    >
      <AddField />
      {error.value === null ? null : (
        <p id="links-error" class="add-error" role="alert">
          {error.value}
        </p>
      )}
      <AddPreview onAnswer={focusAddBox} />
      {sent.value === null ? null : (
        <AddResult
          sent={sent.value}
          onAddAnyway={urls => {
            void addAnyway(urls);
            focusAddBox();
          }}
          onDismiss={() => {
            sent.value = null;
            focusAddBox();
          }}
        />
      )}
    </form>
  );
}

function AddField() {
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (box.current !== null) growToFit(box.current);
  }, [text.value]);
  return (
    <div class="add-field">
      <div class="add-frame">
        <textarea
          ref={box}
          id={BOX_ID}
          rows={1}
          autofocus
          spellcheck={false}
          autocomplete="off"
          dir="auto"
          value={text.value}
          placeholder={words('popup_addPlaceholder')}
          aria-label={words('popup_addLabel')}
          aria-invalid={error.value !== null}
          aria-describedby={error.value === null ? 'links-hint' : 'links-error'}
          onInput={event => write(event.currentTarget.value)}
          onPaste={event => {
            const lines = richerMarkup(event.clipboardData);
            if (lines === null) return;
            event.preventDefault();
            // The one way to insert that Ctrl+Z takes back.
            document.execCommand('insertText', false, lines);
          }}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            void submit();
          }}
        />
        <button type="submit" class="button button-main" aria-disabled={isSending.value}>
          {addLabel()}
        </button>
      </div>
    </div>
  );
}

function addLabel(): string {
  if (isSending.value)
    return progress.value > 0 ? words('add_progress', figure(progress.value)) : words('popup_adding');
  const { count } = plan.value;
  return count > 1 ? words('popup_addCount', figure(count)) : words('popup_add');
}

/** Up to the height that the style sheet allows; from there on the box scrolls. */
function growToFit(box: HTMLTextAreaElement): void {
  box.style.blockSize = '';
  // Empty, it has its one row: to measure it would have the page laid out while it is opened.
  if (box.value === '') return;
  const borders = box.offsetHeight - box.clientHeight;
  box.style.blockSize = `${box.scrollHeight + borders}px`;
}
