import { nameParts } from '../view/visible-name.ts';

interface Props {
  id?: string;
  name: string;
  /** Shown on the pointer's rest. */
  title: string;
}

/** A name that is cut in the middle where it is too long: its end, with the extension, says what it is. */
export function FileName({ id, name, title }: Props) {
  const [head, tail] = nameParts(name);
  return (
    <bdi id={id} class="file-name" title={title}>
      <span class="file-name-head">{head}</span>
      {tail === '' ? null : <span class="file-name-tail">{tail}</span>}
    </bdi>
  );
}
