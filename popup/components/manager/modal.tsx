import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { cursor } from '../../manager/selection.ts';
import { showLine } from '../../manager/showing.ts';

interface Props {
  labelId: string;
  role?: 'alertdialog';
  onClose: () => void;
  children: ComponentChildren;
}

/** A window within the page: the rest of it rests as long as it is open. The focus comes from the list, and goes back. */
export function Modal({ labelId, role, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => {
      // The page takes the focus again only when nothing stands before it.
      element?.close();
      if (cursor.value !== null) showLine(cursor.value);
    };
  }, []);
  return (
    <dialog ref={dialog} class="modal" role={role} aria-labelledby={labelId} onClose={onClose}>
      {children}
    </dialog>
  );
}
