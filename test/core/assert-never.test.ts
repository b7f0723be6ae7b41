import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNever } from '../../src/core/assert-never.ts';

test('assertNever names the case that was not handled', () => {
  // A value from outside, such as a record of a newer version, that the types promised could not be.
  const unforeseen: unknown = JSON.parse('{"type":"melted"}');
  assert.throws(() => assertNever(unforeseen as never), /was not handled: \{"type":"melted"\}/);
});
