import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';

export interface Import {
  /** The file that imports; from the root. */
  readonly from: string;
  /** The imported file, from the root; null for a package. */
  readonly file: string | null;
  /** As it is written. */
  readonly specifier: string;
  /** Nothing of it is left when the program runs. */
  readonly isType: boolean;
}

/** `import … from`, `export … from`, `import '…'`, `import('…')`. */
const STATEMENT =
  /(?:^|[;}\n])\s*(import|export)(\s+type)?((?:\s+|\s*[{*])[^'";]*?)?(?:\bfrom\s*|(?<=import)\s*)(['"])([^'"\n]+)\4|\bimport\s*\(\s*(['"])([^'"\n]+)\6/g;

export function importsOf({ path, code }: SourceFile): readonly Import[] {
  return [...code.matchAll(STATEMENT)].map(([, , type, clause = '', , stated, , dynamic]) => {
    const specifier = stated ?? dynamic ?? '';
    const file = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;
    return { from: path, file, specifier, isType: type !== undefined || hasOnlyTypes(clause) };
  });
}

/** `{ type A, type B }` */
function hasOnlyTypes(clause: string): boolean {
  const names = /^\s*\{([^}]*)\}\s*$/
    .exec(clause)?.[1]
    ?.split(',')
    .map(name => name.trim())
    .filter(Boolean);
  return names !== undefined && names.length > 0 && names.every(name => name.startsWith('type '));
}

/** A circle of files that import one another, as `a → b → a`; null when there is none. Types count too. */
export function cycleIn(imports: readonly Import[]): string | null {
  const next = new Map<string, string[]>();
  for (const { from, file } of imports) if (file !== null) next.set(from, [...(next.get(from) ?? []), file]);
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].join(' → ');
    if (finished.has(file)) return null;
    path.push(file);
    for (const target of next.get(file) ?? []) {
      const cycle = visit(target);
      if (cycle !== null) return cycle;
    }
    path.pop();
    finished.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const cycle = visit(file);
    if (cycle !== null) return cycle;
  }
  return null;
}
