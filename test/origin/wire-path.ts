/** A path as a browser sends it: percent-encoded, dots resolved. A path on the wire stays as it is. */
export function wirePath(path: string): string {
  if (!path.startsWith('/')) throw new TypeError(`a path begins with a slash: "${path}"`);
  return new URL(`http://origin${path.replace(/[?#]/g, encodeURIComponent)}`).pathname;
}
