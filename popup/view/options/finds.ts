/** Whether a text has every word that is looked for, whatever their case and accents. Nothing looked for is everywhere. */
export function finds(text: string, sought: string): boolean {
  const plain = plainly(text);
  return plainly(sought)
    .split(/\s+/)
    .every(word => plain.includes(word));
}

function plainly(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
