/** A type as take-over knows it: an extension without its dot, or a MIME type, whole or `video/*`; null for neither. */
export function typedType(text: string): string | null {
  const type = text.trim().toLowerCase();
  if (type.includes('/')) return /^[a-z\d][\w!#$&^.+-]*\/(\*|[a-z\d][\w!#$&^.+-]*)$/.test(type) ? type : null;
  const extension = type.replace(/^\*?\./, '');
  return /^[a-z\d]{1,20}(\.[a-z\d]{1,20}){0,2}$/.test(extension) ? extension : null;
}
