/** What a Range header asks of an entity of a known size. Both ends are offsets in bytes, the last one included. */
export type Span =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly first: number; readonly last: number }
  | { readonly kind: 'beyond' };

const whole: Span = { kind: 'whole' };

/** A header that is malformed, of another unit or of several ranges is passed over, as RFC 9110 allows: everything is sent. */
export function spanOf(range: string | null, size: number): Span {
  const found = /^bytes=(\d*)-(\d*)$/i.exec(range?.trim() ?? '');
  const from = found?.[1] ?? '';
  const to = found?.[2] ?? '';
  if (from === '') return to === '' ? whole : lastBytes(Number(to), size);
  if (to !== '' && Number(to) < Number(from)) return whole;
  if (Number(from) >= size) return { kind: 'beyond' };
  return { kind: 'part', first: Number(from), last: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}

function lastBytes(count: number, size: number): Span {
  if (count === 0 || size === 0) return { kind: 'beyond' };
  return { kind: 'part', first: Math.max(0, size - count), last: size - 1 };
}
