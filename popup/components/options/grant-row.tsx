interface Props {
  title: string;
  /** What it is for. */
  help?: string | undefined;
  button: string;
  /** What a screen reader says for the button. */
  label: string;
  act: () => Promise<void>;
}

/** One thing that is granted or declined, and the button that changes that. The row may go with it. */
export function GrantRow({ title, help, button, label, act }: Props) {
  return (
    <li class="grant">
      <div class="grant-text">
        <bdi class="grant-title">{title}</bdi>
        {help === undefined ? null : <p class="options-help">{help}</p>}
      </div>
      <button
        type="button"
        class="button button-small"
        aria-label={label}
        onClick={({ currentTarget }) => void actAndKeepFocus(currentTarget, act)}
      >
        {button}
      </button>
    </li>
  );
}

/** Where a row goes, the focus goes on to the next one, or to the one before, or to the heading of the section. */
async function actAndKeepFocus(button: HTMLElement, act: () => Promise<void>): Promise<void> {
  const row = button.closest('li');
  const heirs = [
    row?.nextElementSibling?.querySelector('button'),
    row?.previousElementSibling?.querySelector('button'),
  ];
  const heading = button.closest('section')?.querySelector('h2');
  await act();
  // The page is drawn anew right after what it shows has changed.
  await new Promise(resolve => setTimeout(resolve));
  if (button.isConnected) return;
  const heir = heirs.find(each => each?.isConnected);
  if (heir) heir.focus();
  else heading?.focus();
}
