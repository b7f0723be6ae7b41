import type { Import } from './imports.ts';

/** A part of the program: which files, and what they may import from elsewhere. First match wins. */
interface Part {
  readonly name: string;
  readonly files: RegExp;
  /** Of this part's own files too. */
  readonly may: RegExp;
  /** Only types of these: nothing of them is left when the program runs. */
  readonly mayAsType?: RegExp;
  readonly packages?: readonly string[];
}

/** ARCHITECTURE.md's table "Who may import whom"; `.oxlintrc.json` holds the same for editors. */
const PARTS: readonly Part[] = [
  {
    name: 'core',
    files: /^src\/core\//,
    may: /^src\/core\//,
    packages: ['fractional-indexing', 'linkify-it', 're2js', 'tldts'],
  },
  {
    name: 'messages',
    files: /^src\/messages\//,
    may: /^src\/(messages\/|platform\/browser\.ts$)/,
    mayAsType: /^(src\/core\/|_locales\/en\/)/,
  },
  {
    name: 'the one polyfill import',
    files: /^src\/platform\/browser\.ts$/,
    may: /^$/,
    packages: ['webextension-polyfill'],
  },
  {
    name: 'platform',
    files: /^src\/platform\//,
    may: /^src\/(platform|core|messages)\//,
    mayAsType:
      /^(src\/carriers\/|src\/content\/|src\/worker\/(ports|downloads-port|take-over-ports)\.ts$|_locales\/en\/)/,
    packages: ['idb'],
  },
  { name: 'carriers', files: /^src\/carriers\//, may: /^src\/(carriers|core)\//, packages: ['hash-wasm'] },
  { name: 'worker/main', files: /^src\/worker\/main\.ts$/, may: /^src\/(worker|carriers|platform|messages|core)\// },
  { name: 'worker', files: /^src\/worker\//, may: /^src\/(worker|carriers|messages|core)\// },
  {
    name: 'offscreen/main',
    files: /^src\/offscreen\/main\.ts$/,
    may: /^src\/(offscreen|carriers|platform|messages|core)\//,
  },
  { name: 'offscreen', files: /^src\/offscreen\//, may: /^src\/(offscreen|messages|core)\// },
  { name: 'content', files: /^src\/content\//, may: /^src\/(content|core\/links|messages)\// },
  {
    name: 'popup',
    files: /^popup\//,
    may: /^(popup\/|src\/(core|messages)\/|src\/platform\/(words|permissions|choice-store|declined-sites|settings-store|pages|open-file|shortcuts|window-tabs|item-catalogue|item-news|table-look-store)\.ts$)/,
    packages: ['preact', '@preact/signals', 'uplot'],
  },
];

/** Why an import is against the table; null when it is allowed. */
export function problemOf({ from, file, specifier, isType }: Import): string | null {
  const part = PARTS.find(({ files }) => files.test(from));
  if (part === undefined) return `${from} belongs to no part of test/architecture/import-table.ts`;
  if (file === null) {
    const isKnown = part.packages?.some(name => specifier === name || specifier.startsWith(`${name}/`)) ?? false;
    return isKnown ? null : `${from} imports the package ${specifier}, which ${part.name} may not`;
  }
  if (part.may.test(file)) return null;
  if (part.mayAsType?.test(file)) {
    return isType ? null : `${from} imports ${file} as a value; ${part.name} may only \`import type\` it`;
  }
  return `${from} imports ${file}, which ${part.name} may not`;
}
