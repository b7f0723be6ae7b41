import type { Skipped } from '../../../src/messages/protocol.ts';
import { sayCount } from '../../say.ts';
import { shownSkipped } from '../../view/skipped.ts';
import { visibleName } from '../../view/visible-name.ts';

/** Links that were not taken, or not as they were, each with its reason. */
export function SkippedList({ skipped }: { skipped: readonly Skipped[] }) {
  if (skipped.length === 0) return null;
  const { shown, more } = shownSkipped(skipped);
  return (
    <ul class="skipped">
      {shown.map(({ url, reason }) => (
        <li key={url}>
          <bdi class="skipped-url" title={url}>
            {visibleName(url)}
          </bdi>
          <span class="skipped-reason">{reason}</span>
        </li>
      ))}
      {more === 0 ? null : <li class="skipped-more">{sayCount('popup_skippedMore', more)}</li>}
    </ul>
  );
}
