import type { Line } from '../../../src/core/catalogue/lines.ts';
import { locale, words } from '../../../src/platform/words.ts';
import { look } from '../../manager/look.ts';
import { toggleFold } from '../../manager/table.ts';
import { visibleName } from '../../view/visible-name.ts';
import { Icon } from '../icon.tsx';
import { RowMore } from './row-context-menu.tsx';

interface Props {
  line: Line & { readonly kind: 'group' };
  place: number;
  top: number;
  isSelected: boolean;
  isCurrent: boolean;
}

/** The heading of a group: folds its items away. */
export function GroupLine({ line, place, top, isSelected, isCurrent }: Props) {
  const { group, isOpen, count, done } = line;
  const title = visibleName(group.title);
  const number = new Intl.NumberFormat(locale());
  return (
    <div
      class="item-line item-group"
      role="row"
      data-line={line.id}
      aria-rowindex={place + 2}
      aria-selected={isSelected}
      aria-level={1}
      aria-expanded={isOpen}
      tabIndex={isCurrent ? 0 : -1}
      style={{ insetBlockStart: `${top}px` }}
    >
      <div class="item-cell" role="gridcell" aria-colindex={1} aria-colspan={look.value.columns.length}>
        <button
          type="button"
          class="icon-button item-fold"
          tabIndex={-1}
          aria-label={words(isOpen ? 'manager_fold' : 'manager_unfold', title)}
          onClick={event => {
            event.stopPropagation();
            toggleFold(group.id);
          }}
        >
          <Icon name={isOpen ? 'chevron-down' : 'chevron'} />
        </button>
        <Icon name="stack" />
        <bdi class="item-title">{title}</bdi>
        <span class="item-count figures">{words('manager_groupCount', number.format(done), number.format(count))}</span>
        <RowMore name={title} />
      </div>
    </div>
  );
}
