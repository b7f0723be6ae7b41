import { readPolicy, type ReferrerPolicy, USUAL_POLICY } from '../core/links/referrer-policy.ts';
import { attributeOf, elementsWith } from './unclobbered.ts';

/** The last `meta` counts that names one (HTML, section 4.2.5.3). A page's header is not seen here. */
export function policyOfPage(): ReferrerPolicy {
  const metas = elementsWith('meta[name="referrer" i]');
  return metas.flatMap(meta => readPolicy(attributeOf(meta, 'content')) ?? []).at(-1) ?? USUAL_POLICY;
}

/** What the element itself says goes before what its page says. */
export function policyOf(element: Element, ofPage: ReferrerPolicy): ReferrerPolicy {
  const isUnreferred = attributeOf(element, 'rel').toLowerCase().split(/\s+/).includes('noreferrer');
  return isUnreferred ? 'no-referrer' : (readPolicy(attributeOf(element, 'referrerpolicy')) ?? ofPage);
}

/**
 * The address that requests of this document tell of: its own, or where it was written into its frame (`about:srcdoc`),
 * that of the document around it (Referrer Policy, section 8.4).
 */
export function addressOfPage(): string {
  let view: Window = window;
  try {
    while (view.location.protocol === 'about:' && view !== view.parent) view = view.parent;
    return view.location.href;
  } catch {
    return '';
  }
}
