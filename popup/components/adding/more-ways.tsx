import { useEffect, useRef, useState } from 'preact/hooks';
import { activePage, onActivePageChange } from '../../../src/platform/pages.ts';
import { words } from '../../../src/platform/words.ts';
import { addPage } from '../../adding.ts';
import { takeFiles } from '../../lists.ts';
import { focusAddBox } from './add-box.tsx';

/** Sends the page that the user looks at, and opens a list of links from a file. */
export function MoreWays() {
  const [page, setPage] = useState<{ readonly url: string; readonly title: string } | null>(null);
  const list = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const read = (): void => void activePage().then(setPage);
    read();
    return onActivePageChange(read);
  }, []);
  return (
    <>
      {page === null ? null : (
        <button
          type="button"
          class="button button-quiet"
          title={page.url}
          onClick={() => {
            void addPage(page);
            focusAddBox();
          }}
        >
          {words('add_thisPage')}
        </button>
      )}
      <button type="button" class="button button-quiet" onClick={() => list.current?.click()}>
        {words('add_openList')}
      </button>
      <input
        ref={list}
        type="file"
        hidden
        multiple
        aria-label={words('add_openList')}
        onChange={event => {
          const input = event.currentTarget;
          void takeFiles([...(input.files ?? [])]).then(() => {
            input.value = '';
            focusAddBox();
          });
        }}
      />
    </>
  );
}
