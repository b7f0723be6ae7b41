/** `storage.session` in memory, in the part that the platform's files use. */
export class SessionArea {
  readonly kept = new Map<string, unknown>();

  async get(key: string): Promise<Record<string, unknown>> {
    return this.kept.has(key) ? { [key]: structuredClone(this.kept.get(key)) } : {};
  }
  async set(values: Record<string, unknown>): Promise<void> {
    for (const [key, value] of Object.entries(values)) this.kept.set(key, structuredClone(value));
  }
  async remove(keys: string | readonly string[]): Promise<void> {
    for (const key of [keys].flat()) this.kept.delete(key);
  }
}
