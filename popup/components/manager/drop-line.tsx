import { drag } from '../../manager/dragging.ts';
import { sayCount } from '../../say.ts';

/** Shows what is dragged, and between which lines it would fall. */
export function DropLine() {
  const held = drag.value;
  if (held === null) return null;
  const { count, x, y, drop, left, width } = held;
  return (
    <div class="drag" aria-hidden="true">
      {drop === null ? null : (
        <div class="drop-line" style={{ left: `${left}px`, width: `${width}px`, top: `${drop.y}px` }} />
      )}
      <div class="drag-count figures" style={{ left: `${x}px`, top: `${y}px` }}>
        {sayCount('acts_dragged', count)}
      </div>
    </div>
  );
}
