/** What stands in a field of several entries, apart by commas, semicolons, spaces or line ends; each once. */
export function entriesOf(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter(entry => entry !== ''))];
}
