import { useEffect } from 'preact/hooks';
import { thumbnailOf, wantThumbnail } from '../../chooser/thumbnails.ts';
import { visibleName } from '../../view/visible-name.ts';
import { FileBadge } from '../file-badge.tsx';
import { FileName } from '../file-name.tsx';
import { LinkMarks, type LinkProps } from './link-row.tsx';

/** A link as a picture, where it is one that may be fetched, else as the sign of its kind. */
export function LinkTile({ link, place, known, size, isSelected, isCurrent, style, onToggle }: LinkProps) {
  const { url } = link;
  const name = visibleName(link.name);
  return (
    <li aria-setsize={place.count} aria-posinset={place.position + 1} class="link-tile" style={style}>
      <label title={url}>
        <input
          type="checkbox"
          checked={isSelected}
          tabIndex={isCurrent ? 0 : -1}
          data-position={place.position}
          onClick={event => onToggle(event.shiftKey)}
        />
        {link.kind === 'images' ? (
          <Thumbnail url={url} extension={link.extension} />
        ) : (
          <FileBadge kind={link.kind} extension={link.extension.slice(0, 4).toUpperCase()} />
        )}
        <FileName name={name} title={url} />
        <span class="tile-facts">
          <LinkMarks link={link} known={known} />
          {size === '' ? <bdi>{visibleName(link.host)}</bdi> : <span class="figures">{size}</span>}
        </span>
      </label>
    </li>
  );
}

function Thumbnail({ url, extension }: { url: string; extension: string }) {
  useEffect(() => wantThumbnail(url), [url]);
  const picture = thumbnailOf(url).value;
  if (picture === null || picture === '')
    return <FileBadge kind="images" extension={extension.slice(0, 4).toUpperCase()} />;
  return <img class="thumbnail" src={picture} alt="" draggable={false} />;
}
