/** The fragment of a request in a registration: whose file it is of, and which byte of it comes first. */
export function requestName(owner: string, first: number): string {
  return `${owner}.${first}`;
}

/** Whether a request of a registration is for a file of this item. One without a fragment is the only one. */
export function isRequestOf(url: string, owner: string): boolean {
  const { hash } = new URL(url);
  return hash === '' || hash.startsWith(`#${owner}.`);
}
