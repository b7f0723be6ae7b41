import { words } from '../../src/platform/words.ts';
import type { LinkRow as Row } from '../view/link-rows.ts';
import { FileBadge } from './file-badge.tsx';
import { FileName } from './file-name.tsx';

interface Props {
  row: Row;
  /** Among the rows that are shown, from 0. */
  position: number;
  count: number;
  /** px from the start of the list. */
  top: number;
  isSelected: boolean;
  isCurrent: boolean;
  onToggle: (reach: boolean) => void;
}

export function LinkRow({ row, position, count, top, isSelected, isCurrent, onToggle }: Props) {
  return (
    <li aria-setsize={count} aria-posinset={position + 1} class="link-row" style={{ insetBlockStart: `${top}px` }}>
      <label>
        <input
          type="checkbox"
          checked={isSelected}
          tabIndex={isCurrent ? 0 : -1}
          data-position={position}
          onClick={event => onToggle(event.shiftKey)}
        />
        <FileBadge kind={row.kind} extension={row.extension.length <= 4 ? row.extension.toUpperCase() : ''} />
        <span class="link-what">
          <FileName name={row.name} title={row.url} />
          <bdi class="link-text">{row.text}</bdi>
        </span>
        <span class="link-where">
          <bdi class="link-host">{row.host}</bdi>
          {row.isPrivate ? (
            <span class="private" title={words('chooser_privateAddressTip')}>
              {words('chooser_privateAddress')}
            </span>
          ) : null}
        </span>
      </label>
    </li>
  );
}
