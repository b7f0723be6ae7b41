import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemOf } from './architecture/import-table.ts';
import { cycleIn, importsOf } from './architecture/imports.ts';
import { filesIn, placesOf, type SourceFile, sourceFiles } from './architecture/source-files.ts';

const files = sourceFiles('src', 'popup');
const imports = files.flatMap(importsOf);

/** Fails with the list, so that the message names every offender. */
function none(offenders: readonly (string | null)[], rule: string): void {
  const found = offenders.filter(offender => offender !== null);
  if (found.length > 0) assert.fail(`${rule}\n${found.join('\n')}`);
}

function places(pattern: RegExp, among: (path: string) => boolean): readonly string[] {
  return files.filter(({ path }) => among(path)).flatMap((file: SourceFile) => placesOf(pattern, file));
}

test('there is something to look at', () => {
  assert.ok(files.length > 40, `only ${files.length} files were found`);
  assert.ok(imports.length > files.length, `only ${imports.length} imports were found`);
});

test('each part imports only what the table allows', () => {
  none(imports.map(problemOf), 'Imports against the table in test/architecture/import-table.ts:');
});

test('imports have no cycle', () => {
  none([cycleIn(imports)], 'A cycle:');
});

test('nobody imports a main', () => {
  const offenders = imports.filter(({ file }) => file !== null && /(^|\/)main\.tsx?$/.test(file));
  none(
    offenders.map(({ from, file }) => `${from} imports ${file}`),
    'A main only wires; move what is needed into a file of its own:',
  );
});

test('every imported file exists', () => {
  const known = new Set([...files.map(({ path }) => path), ...filesIn('_locales')]);
  const missing = imports.filter(({ file }) => file !== null && !known.has(file));
  none(
    missing.map(({ from, specifier }) => `${from} imports ${specifier}`),
    'Imports of nothing:',
  );
});

test('no file is longer than 250 lines', () => {
  const all = [...files, ...sourceFiles('test')];
  const long = all.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }));
  none(
    long.filter(({ lines }) => lines > 250).map(({ path, lines }) => `${path}: ${lines}`),
    'Too long:',
  );
});

test('no file or folder is called after nothing in particular', () => {
  const vague = /(^|\/)(utils?|helpers?|common|lib|types|constants|index|misc|shared)(\.[a-z.]+)?(\/|$)/;
  const paths = ['src', 'popup', 'test', 'scripts'].flatMap(filesIn);
  none(
    paths.filter(path => vague.test(path)),
    'A name should say what is inside:',
  );
});

test('only the platform and the two ends of the wire touch the browser', () => {
  const edge = /^src\/(platform\/|messages\/(send|answer)\.ts$)/;
  none(
    places(/(?<![\w.'"`/-])(chrome|browser)\s*\??\.\s*[a-zA-Z]\w*/, path => !edge.test(path)),
    'Uses of chrome.* or browser.* outside of src/platform:',
  );
});

test('nothing waits by a timer that dies with the worker', () => {
  none(
    places(/\b(setTimeout|setInterval)\b/, path => /^src\/(worker|core)\//.test(path)),
    'Timers (set the alarm instead):',
  );
});

test('no request is made with an empty referrer, which crashes Chromium', () => {
  none(
    places(/\breferrer\s*:\s*(''|""|``)/, path => path.startsWith('src/')),
    'Empty referrers:',
  );
});

test('no text becomes markup or code', () => {
  const dangerous =
    /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b|\beval\s*\(|\bnew Function\b/;
  none(
    places(dangerous, () => true),
    'Dangerous:',
  );
});
