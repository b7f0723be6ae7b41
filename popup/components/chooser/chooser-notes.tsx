import { words } from '../../../src/platform/words.ts';
import { layout, pages, unreadPages } from '../../chooser/store.ts';
import { sizesNote } from '../../chooser/sizes.ts';
import { sayCount } from '../../say.ts';

/** What is not in the list, and why: one line each, for a list that hides something must say so. */
export function ChooserNotes() {
  const sum = (of: 'leftOut' | 'unusable' | 'unreadFrames'): number =>
    pages.value.reduce((total, page) => total + page[of], 0);
  const [reason] = unreadPages.value;
  const notes = [
    reason === undefined ? '' : sayCount('chooser_unreadPages', unreadPages.value.length, reason),
    counted('chooser_leftOut', sum('leftOut')),
    counted('chooser_unreadFrames', sum('unreadFrames')),
    counted('chooser_unusable', sum('unusable')),
    layout.value === 'tiles' ? words('chooser_tilesNote') : '',
    sizesNote.value,
  ].filter(note => note !== '');
  if (notes.length === 0) return null;
  return (
    <ul class="chooser-notes">
      {notes.map(note => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function counted(stem: 'chooser_leftOut' | 'chooser_unreadFrames' | 'chooser_unusable', count: number): string {
  return count === 0 ? '' : sayCount(stem, count);
}
