import { useLayoutEffect } from 'preact/hooks';
import { words } from '../../../src/platform/words.ts';
import { details, detailsFault, watchDetails } from '../../manager/details.ts';
import { closeDetails } from '../../manager/details-shown.ts';
import { visibleName } from '../../view/visible-name.ts';
import { FileBadge } from '../file-badge.tsx';
import { IconButton } from '../icon-button.tsx';
import { MessageBar } from '../message-bar.tsx';
import { extensionOf, kindOfExtension } from '../../../src/core/links/file-kind.ts';
import { DetailsFacts } from './details-facts.tsx';
import { DetailsLog } from './details-log.tsx';
import { DetailsParts } from './details-parts.tsx';
import { DetailsSpeed } from './details-speed.tsx';

/** Everything about one item: the picture of its parts, its speed, the facts, what happened to it. */
export function DetailsPane({ id }: { id: string }) {
  useLayoutEffect(() => watchDetails(id), [id]);
  const known = details.value?.item.id === id ? details.value : null;
  const name = visibleName(known?.item.name ?? '');
  const extension = extensionOf(name);
  return (
    <aside class="details" data-details={id} aria-label={words('details_label')}>
      <header class="details-header">
        <FileBadge kind={kindOfExtension(extension)} extension={extension.length <= 4 ? extension.toUpperCase() : ''} />
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <IconButton icon="close" label={words('details_close')} tip={words('details_close')} onClick={closeDetails} />
      </header>
      {detailsFault.value === null ? null : <MessageBar tone="bad">{detailsFault.value}</MessageBar>}
      {known === null ? null : (
        <>
          {known.item.error === null ? null : <MessageBar tone="bad">{known.item.error.message}</MessageBar>}
          <DetailsParts details={known} />
          <DetailsSpeed id={id} />
          <DetailsFacts details={known} />
          <DetailsLog item={known.item} />
        </>
      )}
    </aside>
  );
}
