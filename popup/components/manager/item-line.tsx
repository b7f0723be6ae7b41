import type { Line } from '../../../src/core/catalogue/lines.ts';
import { type Column } from '../../../src/core/catalogue/table-look.ts';
import { look } from '../../manager/look.ts';
import { rowOf } from '../../manager/rows.ts';
import { listed, lookedAt, tracks } from '../../manager/watching.ts';
import { say } from '../../say.ts';
import { COLUMN_VIEWS } from '../../view/manager/columns.ts';
import { type RowCells, rowCells } from '../../view/manager/row-cells.ts';
import { FileBadge } from '../file-badge.tsx';
import { FileName } from '../file-name.tsx';
import { Icon, type IconName } from '../icon.tsx';
import { ProgressBar } from '../progress-bar.tsx';
import { RowMore } from './row-context-menu.tsx';

interface Props {
  line: Line & { readonly kind: 'item' };
  place: number;
  top: number;
  isSelected: boolean;
  isCurrent: boolean;
}

export function ItemLine({ line, place, top, isSelected, isCurrent }: Props) {
  const row = rowOf(line.id);
  if (row === null) return null;
  const cells = rowCells(row, listed.value.get(row.id), tracks.value.get(row.id), lookedAt.value);
  return (
    <div
      class={`item-line item-columns item-${row.status} ${line.isMember ? 'item-member' : ''}`}
      role="row"
      data-line={row.id}
      aria-rowindex={place + 2}
      aria-level={line.isMember ? 2 : 1}
      aria-selected={isSelected}
      tabIndex={isCurrent ? 0 : -1}
      style={{ insetBlockStart: `${top}px` }}
    >
      {look.value.columns.map((column, index) => (
        <div
          key={column}
          class={`item-cell item-${column} ${COLUMN_VIEWS[column].isFigure ? 'item-figure figures' : ''}`}
          role="gridcell"
          aria-colindex={index + 1}
        >
          <Cell column={column} cells={cells} />
        </div>
      ))}
    </div>
  );
}

const TONE_ICONS = {
  plain: null,
  busy: 'arrow-down',
  good: 'check',
  bad: 'alert',
  asks: 'info',
} as const satisfies Record<RowCells['tone'], IconName | null>;

function Cell({ column, cells }: { column: Column; cells: RowCells }) {
  switch (column) {
    case 'name':
      return (
        <>
          <FileBadge kind={cells.kind} extension={cells.extension} />
          <FileName name={cells.name} title={cells.name} />
          <RowMore name={cells.name} />
        </>
      );
    case 'progress':
      return cells.bar === null ? null : (
        <>
          <ProgressBar label={cells.name} bar={cells.bar} />
          <span class="item-amount figures">{cells.amount === null ? null : say(cells.amount)}</span>
        </>
      );
    case 'status': {
      const icon = TONE_ICONS[cells.tone];
      const text = say(cells.status);
      return (
        <span class={`item-state item-state-${cells.tone}`} title={cells.trouble ?? text}>
          {icon === null ? null : <Icon name={icon} />}
          <span class="item-text">{text}</span>
        </span>
      );
    }
    case 'speed':
      return <>{cells.speed === null ? null : say(cells.speed)}</>;
    case 'carrier':
      return <span class="item-text">{cells.carrier === null ? null : say(cells.carrier)}</span>;
    case 'size':
    case 'left':
      return <>{cells[column]}</>;
    case 'added':
      return <span class="item-text">{cells.added}</span>;
    case 'host':
    case 'folder':
      return (
        <bdi class="item-text" title={cells[column]}>
          {cells[column]}
        </bdi>
      );
  }
}
