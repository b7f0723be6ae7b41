import type { MaskAsk, MaskPreview } from '../../src/messages/mask.ts';
import { send } from '../../src/messages/send.ts';
import { reasonOf } from '../reason-of.ts';

export type MaskSample = NonNullable<MaskAsk['sample']>;

/** What a mask makes of a file, or what is wrong with the mask. What is no address is said as a problem of the whole. */
export async function previewMask(mask: string, sample: MaskSample): Promise<MaskPreview> {
  try {
    return await send('worker', 'preview-mask', { mask, sample });
  } catch (fault) {
    return { path: null, problem: { at: 0, length: 0, message: reasonOf(fault) }, fields: [] };
  }
}
