import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemOf } from './import-table.ts';
import { cycleIn, importsOf } from './imports.ts';
import { placesOf, withoutComments } from './source-files.ts';

function importsIn(path: string, text: string) {
  return importsOf({ path, text, code: withoutComments(text) });
}

test('finds every kind of import, and which are only types', () => {
  const text = `
    import { a } from './a.ts';
    import type { B } from '../b.ts';
    import { type C, type D } from './c.ts';
    import {
      type E,
      f,
    } from "./e.ts";
    import * as g from './g.ts';
    import h from 'package';
    import './i.ts';
    export { j } from './j.ts';
    export * from './k.ts';
    export type { L } from './l.ts';
    const m = await import('./m.ts'); // import './not-this.ts';
    /* import './nor-this.ts'; */
    export const from = 'here', say = "from './nowhere.ts'";`;
  assert.deepEqual(
    importsIn('src/x/y.ts', text).map(({ specifier, file, isType }) => [specifier, file, isType]),
    [
      ['./a.ts', 'src/x/a.ts', false],
      ['../b.ts', 'src/b.ts', true],
      ['./c.ts', 'src/x/c.ts', true],
      ['./e.ts', 'src/x/e.ts', false],
      ['./g.ts', 'src/x/g.ts', false],
      ['package', null, false],
      ['./i.ts', 'src/x/i.ts', false],
      ['./j.ts', 'src/x/j.ts', false],
      ['./k.ts', 'src/x/k.ts', false],
      ['./l.ts', 'src/x/l.ts', true],
      ['./m.ts', 'src/x/m.ts', false],
    ],
  );
});

test('blanks comments, and leaves what only looks like one', () => {
  const text = `const a = 'https://x/'; // chrome.tabs\n/* chrome.tabs\n*/ const b = \`//\`; chrome.tabs`;
  const file = { path: 'p', text, code: withoutComments(text) };
  assert.deepEqual(placesOf(/chrome\.tabs/, file), ['p:3: chrome.tabs']);
});

test('finds a cycle', () => {
  const imports = [
    ...importsIn('src/a.ts', `import './b.ts';`),
    ...importsIn('src/b.ts', `import './c.ts'; import './d.ts';`),
    ...importsIn('src/d.ts', `import './b.ts';`),
  ];
  assert.equal(cycleIn(imports), 'src/b.ts → src/d.ts → src/b.ts');
  assert.equal(cycleIn(imports.slice(0, -1)), null);
});

const forbidden = [
  ['src/core/queue/x.ts', `import '../../platform/alarm.ts'`],
  ['src/core/queue/x.ts', `import type { Ports } from '../../worker/ports.ts'`],
  ['src/core/x.ts', `import 'idb'`],
  ['src/messages/x.ts', `import { a } from '../core/settings.ts'`],
  ['src/messages/x.ts', `import '../platform/words.ts'`],
  ['src/platform/x.ts', `import 'webextension-polyfill'`],
  ['src/platform/x.ts', `import { a } from '../carriers/carrier.ts'`],
  ['src/carriers/a/x.ts', `import type { P } from '../../platform/downloads.ts'`],
  ['src/worker/queue-keeper.ts', `import '../platform/alarm.ts'`],
  ['src/worker/main.ts', `import '../offscreen/handlers.ts'`],
  ['src/offscreen/handlers.ts', `import '../platform/senders.ts'`],
  ['src/content/x.ts', `import type { Q } from '../core/queue/item.ts'`],
  ['popup/components/x.tsx', `import '../../src/platform/item-store.ts'`],
  ['popup/x.tsx', `import 'react'`],
  ['src/elsewhere/x.ts', `import './y.ts'`],
] as const;

const allowed = [
  ['src/core/queue/x.ts', `import '../carriers/failure.ts'`],
  ['src/messages/x.ts', `import type { A } from '../core/settings.ts'`],
  ['src/platform/browser.ts', `import 'webextension-polyfill'`],
  ['src/platform/x.ts', `import type { A } from '../carriers/carrier.ts'`],
  ['src/worker/main.ts', `import '../platform/alarm.ts'`],
  ['popup/x.tsx', `import 'preact/hooks'`],
] as const;

for (const [path, text] of forbidden) {
  test(`the table forbids ${text} in ${path}`, () => {
    assert.equal(typeof importsIn(path, text).map(problemOf)[0], 'string');
  });
}
for (const [path, text] of allowed) {
  test(`the table allows ${text} in ${path}`, () => {
    assert.deepEqual(importsIn(path, text).map(problemOf), [null]);
  });
}
