import { useEffect, useState } from 'preact/hooks';
import type { MaskPreview } from '../../../src/messages/mask.ts';
import { type MaskSample, previewMask } from '../../options/mask-preview.ts';

/** What a mask makes of a file, anew at each change; the last answer until then, and null before there is one. */
export function useMaskPreview(mask: string, sample: MaskSample): MaskPreview | null {
  const [preview, show] = useState<MaskPreview | null>(null);
  const key = JSON.stringify(sample);
  useEffect(() => {
    let isLast = true;
    void previewMask(mask.trim() === '' ? '*name*' : mask, sample).then(answer => {
      if (isLast) show(answer);
    });
    return () => {
      isLast = false;
    };
  }, [mask, key]);
  return preview;
}
