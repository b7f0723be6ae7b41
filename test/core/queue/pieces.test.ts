import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { piecesOf } from '../../../src/core/queue/pieces.ts';
import { itemIn, STAGE_NAMES } from '../make-item.ts';
import { keptOf, VERSION } from '../make-parts.ts';

function told(...args: Parameters<typeof piecesOf>): readonly string[] {
  return piecesOf(...args).map(({ first, last, state, carrier }) => `${first}-${last} ${state} ${carrier}`);
}

test('a fetch in parts: what is kept is here, what is asked for is coming', () => {
  const item = itemIn('running parts', { kept: keptOf(0, 1) });
  assert.deepEqual(told(item, 20_000_000, VERSION.total), [
    '0-8388607 here background-fetch',
    '8388608-16777215 here background-fetch',
    '16777216-25165823 coming background-fetch',
    '25165824-33554431 coming background-fetch',
  ]);
});

test('parts that nobody asks for now are missing', () => {
  const item = itemIn('paused', { kept: keptOf(2) });
  assert.deepEqual(told(item, 0, VERSION.total), [
    '0-8388607 missing null',
    '8388608-16777215 missing null',
    '16777216-25165823 here background-fetch',
    '25165824-33554431 missing null',
  ]);
});

test('a download in one stream is here from its beginning', () => {
  assert.deepEqual(told(itemIn('running download'), 400, 1_000), [
    '0-399 here browser-download',
    '400-999 coming browser-download',
  ]);
  assert.deepEqual(told(itemIn('paused held'), 400, 1_000), ['0-399 here browser-download', '400-999 missing null']);
  assert.deepEqual(told(itemIn('queued'), 0, 1_000), ['0-999 missing null']);
});

test('a file that is done, or on its way into the folder, is here', () => {
  assert.deepEqual(told(itemIn('done'), 1_000, 1_000), ['0-999 here browser-download']);
  assert.deepEqual(told(itemIn('writing'), 1_000, 1_000), ['0-999 here background-fetch']);
});

test('without a length there is no picture', () => {
  assert.deepEqual(told(itemIn('running download'), 400, null), []);
});

test('the pieces are the whole file in its order, whatever the stage', () => {
  const kepts = fc.subarray([0, 1, 2, 3] as const).map(numbers => (numbers.length === 0 ? null : keptOf(...numbers)));
  fc.assert(
    fc.property(fc.constantFrom(...STAGE_NAMES), kepts, fc.nat(VERSION.total), (stage, kept, bytes) => {
      const pieces = piecesOf(itemIn(stage, { kept }), bytes, VERSION.total);
      let next = 0;
      for (const { first, last } of pieces) {
        assert.equal(first, next);
        assert.ok(last >= first);
        next = last + 1;
      }
      assert.equal(next, VERSION.total);
    }),
  );
});
