export type Table = readonly { readonly row: string; readonly cells: Readonly<Record<string, string>> }[];

/**
 * Reads a table drawn with `|`: its first line names the columns, the first cell of each other line the row.
 *
 * Throws where a line has another number of cells than the first, where a cell is empty, and where a row or a column
 * comes twice or is not among `rows` and `columns`, or one of these is missing: no case is forgotten in silence.
 */
export function readTable(text: string, rows: readonly string[], columns: readonly string[]): Table {
  const lines = text
    .trim()
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()));
  const [head = [], ...body] = lines;
  expectAll('column', head.slice(1), columns);
  expectAll(
    'row',
    body.map(([row = '']) => row),
    rows,
  );
  return body.map(line => {
    const [row = '', ...cells] = line;
    if (line.length !== head.length) throw new Error(`${row}: ${line.length} cells, not ${head.length}`);
    if (cells.includes('')) throw new Error(`${row}: an empty cell`);
    return { row, cells: Object.fromEntries(cells.map((cell, index) => [head[index + 1], cell])) };
  });
}

function expectAll(what: string, drawn: readonly string[], expected: readonly string[]): void {
  const wrong = [
    ...expected.filter(name => !drawn.includes(name)),
    ...drawn.filter((name, index) => !expected.includes(name) || drawn.indexOf(name) !== index),
  ];
  if (wrong.length > 0) throw new Error(`${what} missing, unknown or twice: ${wrong.join(', ')}`);
}
