import { useState } from 'preact/hooks';
import { words } from '../../../src/platform/words.ts';
import type { MaskSample } from '../../options/mask-preview.ts';
import { MASK_SAMPLES, placed } from '../../view/options/mask-samples.ts';
import { visibleName } from '../../view/visible-name.ts';
import { TextField } from './text-field.tsx';
import { useMaskPreview } from './use-mask-preview.ts';

/** What a mask makes of some links, and of one of the user's own. */
export function MaskPreviewList({ mask, folder }: { mask: string; folder: string }) {
  const [own, setOwn] = useState('');
  const url = own.trim();
  return (
    <div class="mask-previews">
      <h3>{words('rules_previews')}</h3>
      <dl class="mask-preview-list" aria-live="polite">
        {MASK_SAMPLES.map(sample => (
          <Preview key={sample.url} mask={mask} folder={folder} sample={sample} />
        ))}
        {url === '' ? null : <Preview key="own" mask={mask} folder={folder} sample={{ url }} />}
      </dl>
      <TextField
        label={words('rules_ownLink')}
        name="own-link"
        value={own}
        onInput={setOwn}
        placeholder="https://"
        problem={url === '' || URL.canParse(url) ? null : words('link_notAUrl', url)}
      />
    </div>
  );
}

interface Props {
  mask: string;
  folder: string;
  sample: MaskSample & { readonly url: string };
}

function Preview({ mask, folder, sample }: Props) {
  const path = useMaskPreview(mask, sample)?.path ?? null;
  return (
    <div class="mask-preview">
      <dt>
        <bdi>{visibleName(sample.url)}</bdi>
      </dt>
      <dd>{path === null ? '—' : <bdi>{visibleName(placed(folder, path))}</bdi>}</dd>
    </div>
  );
}
