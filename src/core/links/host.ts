/** Whether a host is another or lies below it. */
export function isWithin(host: string, base: string): boolean {
  return host === base || host.endsWith(`.${base}`);
}
