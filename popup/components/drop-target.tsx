import { useEffect, useState } from 'preact/hooks';
import { words } from '../../src/platform/words.ts';
import { takeDrop } from '../lists.ts';
import { focusAddBox } from './adding/add-box.tsx';

/** Makes the whole page take links, text and lists that are dropped on it, and shows so while they are above it. */
export function DropTarget() {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Leaving one element for another of the page names the other one.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer !== null) void takeDrop(event.dataTransfer).then(focusAddBox);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return isOver ? <p class="drop-target">{words('add_drop')}</p> : null;
}
