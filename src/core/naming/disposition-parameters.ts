/** One `name=value`: `raw` as it stands there, `value` without the quotes. */
export interface Parameter {
  /** In lower case. */
  readonly name: string;
  readonly raw: string;
  readonly value: string;
}

/**
 * The parameters of a `Content-Disposition`, in order, as Chromium finds them.
 *
 * Where the first piece is no disposition type it is taken for a parameter. The first piece that is none ends the
 * reading, as in Chromium (`NameValuePairsIterator`, net/http/http_util.cc): what stands before it counts.
 */
export function parametersOf(header: string): readonly Parameter[] {
  const parameters: Parameter[] = [];
  for (const piece of piecesOf(withoutType(header))) {
    const parameter = parameterOf(piece);
    if (parameter === null) break;
    parameters.push(parameter);
  }
  return parameters;
}

const TOKEN = /^[!#$%&'*+\-.^_`|~\da-z]+$/i;

function withoutType(header: string): string {
  const [type = ''] = header.split(';', 1);
  return TOKEN.test(trimmed(type)) ? header.slice(type.length) : header;
}

/** The header cut at its semicolons, but for those in quotes; a quote that nobody closes reaches to the end. */
function piecesOf(header: string): readonly string[] {
  const pieces = header.match(/(?:"(?:\\[^]|[^"\\])*(?:"|\\?$)|[^;"])+/g) ?? [];
  return pieces.map(trimmed).filter(piece => piece !== '');
}

function parameterOf(piece: string): Parameter | null {
  const sign = piece.indexOf('=');
  const name = trimmed(piece.slice(0, Math.max(sign, 0)));
  const raw = trimmed(piece.slice(sign + 1));
  if (sign < 1 || raw === '' || name.includes('"')) return null;
  return { name: name.toLowerCase(), raw, value: unquoted(raw) };
}

/** Without the quotes around it; of a quote that is not closed only itself is taken away. */
function unquoted(raw: string): string {
  if (!raw.startsWith('"')) return raw;
  if (raw.length === 1 || !raw.endsWith('"')) return raw.slice(1);
  return raw.slice(1, -1).replace(/\\([^])/g, '$1');
}

/** HTTP's white space only: a no-break space is a byte like any other. */
function trimmed(text: string): string {
  return text.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, '');
}
