import assert from 'node:assert/strict';
import { test } from 'node:test';
import { INTERRUPT_REASONS, type InterruptReason, interruptWord } from '../../../src/core/carriers/interrupt-reason.ts';
import { readText } from '../../architecture/source-files.ts';

/** A reason that the browser has and we do not, or the other way round, is a compile error here. */
const theirs: Record<`${chrome.downloads.InterruptReason}`, true> = Object.fromEntries(
  INTERRUPT_REASONS.map(reason => [reason, true]),
) as Record<InterruptReason, true>;
const ours: Record<InterruptReason, true> = theirs;

test('every reason of the browser has words', () => {
  const keys = Object.keys(JSON.parse(readText('_locales/en/messages.json')) as object);
  const wanted = Object.keys(ours).map(reason => interruptWord(reason) ?? reason);
  assert.deepEqual(
    wanted.filter(word => !keys.includes(word)),
    [],
  );
  assert.equal(keys.filter(key => key.startsWith('interrupt_')).length, wanted.length);
});

test('what is no reason of the browser has none', () => {
  for (const detail of ['HTTP 404', '', 'interrupt_CRASH', '60 s']) assert.equal(interruptWord(detail), null, detail);
});
