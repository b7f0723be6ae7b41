import type { FileKind } from '../../src/core/links/file-kind.ts';
import { Icon } from './icon.tsx';

interface Props {
  kind: FileKind;
  /** Upper-case; '' shows the icon of the kind instead. */
  extension: string;
}

export function FileBadge({ kind, extension }: Props) {
  return (
    <span class={`badge badge-${kind}`} aria-hidden="true">
      {extension === '' ? <Icon name={kind === 'pages' ? 'files' : kind} /> : extension}
    </span>
  );
}
