import type { OfferedLink } from '../../../src/core/links/offered-link.ts';
import { words } from '../../../src/platform/words.ts';
import type { Known } from '../../chooser/store.ts';
import { visibleName } from '../../view/visible-name.ts';
import { KIND_WORDS } from '../../kind-words.ts';
import { FileBadge } from '../file-badge.tsx';
import { FileName } from '../file-name.tsx';

export interface LinkProps {
  link: OfferedLink;
  /** `position`: among those that are shown, from 0. */
  place: { readonly position: number; readonly count: number };
  known: Known | null;
  /** In words; '' while unknown. */
  size: string;
  isSelected: boolean;
  isCurrent: boolean;
  style: Record<string, string>;
  onToggle: (reach: boolean) => void;
}

export function LinkRow({ link, place, known, size, isSelected, isCurrent, style, onToggle }: LinkProps) {
  const extension = link.extension.length <= 4 ? link.extension.toUpperCase() : '';
  return (
    <li aria-setsize={place.count} aria-posinset={place.position + 1} class="link-row" style={style}>
      <label class="link-columns">
        <input
          type="checkbox"
          checked={isSelected}
          tabIndex={isCurrent ? 0 : -1}
          data-position={place.position}
          onClick={event => onToggle(event.shiftKey)}
        />
        <FileBadge kind={link.kind} extension={extension} />
        <span class="link-what">
          <FileName name={visibleName(link.name)} title={link.url} />
          <bdi class="link-text">{visibleName(link.text)}</bdi>
        </span>
        <span class="link-where">
          <bdi class="link-host">{visibleName(link.host)}</bdi>
          <LinkMarks link={link} known={known} />
        </span>
        <span class="link-kind">{words(KIND_WORDS[link.kind])}</span>
        <span class="link-size figures">{size}</span>
      </label>
    </li>
  );
}

/** Why it is not selected by itself. */
export function LinkMarks({ link, known }: { link: OfferedLink; known: Known | null }) {
  return (
    <>
      {known === null ? null : (
        <span class="link-mark">{words(known === 'in-queue' ? 'chooser_inQueue' : 'chooser_doneBefore')}</span>
      )}
      {link.isPrivate ? (
        <span class="link-mark link-mark-bad" title={words('chooser_privateAddressTip')}>
          {words('chooser_privateAddress')}
        </span>
      ) : null}
    </>
  );
}
