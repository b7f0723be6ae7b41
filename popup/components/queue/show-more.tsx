import { locale, words } from '../../../src/platform/words.ts';

/** Ends a list that is not shown to its end. `count`: how many rows are missing; nothing is shown for none. */
export function ShowMore({ count, onClick }: { count: number; onClick: () => void }) {
  if (count <= 0) return null;
  return (
    <button type="button" class="button button-quiet show-more" onClick={onClick}>
      {words('popup_showMoreOf', new Intl.NumberFormat(locale()).format(count))}
    </button>
  );
}
