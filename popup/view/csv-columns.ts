const SEPARATORS = ['\t', ';', ','] as const;

/**
 * The cells of a CSV file (RFC 4180) with tabs between them and without their quotes. What separates is what stands in
 * every line outside of quotes; where nothing does, each line is one cell, and a comma in an address stays in it.
 */
export function csvColumns(text: string): string {
  const lines = text.split(/\r?\n/);
  const filled = lines.filter(line => line.trim() !== '');
  const separator = SEPARATORS.find(each => filled.every(line => cellsOf(line, each).length > 1));
  return lines.map(line => cellsOf(line, separator ?? null).join('\t')).join('\n');
}

function cellsOf(line: string, separator: string | null): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (sign === '"' && isQuoted && line.charAt(at + 1) === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}
