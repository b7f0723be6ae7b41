/** The browser takes the focus away from what is moved in the page: it is given back to the same control of the rule. */
export async function keepFocus(id: string, control: string, change: Promise<boolean>): Promise<void> {
  await change;
  await drawn();
  focusRule(id, control);
}

/** Where a rule goes the focus goes on to the next one, or to the one before, or to the button that adds one. */
export async function leaveRow(id: string, change: Promise<boolean>): Promise<void> {
  const row = document.querySelector(`[data-rule="${CSS.escape(id)}"]`);
  const heirs = [row?.nextElementSibling, row?.previousElementSibling];
  if (!(await change)) return;
  await drawn();
  const heir = heirs.find(each => each?.isConnected)?.querySelector<HTMLElement>('[data-control=open]');
  (heir ?? document.querySelector<HTMLElement>('[data-control=add-rule]'))?.focus();
}

export function focusRule(id: string, control: string): void {
  document.querySelector<HTMLElement>(`[data-rule="${CSS.escape(id)}"] [data-control="${control}"]`)?.focus();
}

/** The page is drawn anew right after what it shows has changed. */
function drawn(): Promise<unknown> {
  return new Promise(resolve => setTimeout(resolve));
}
