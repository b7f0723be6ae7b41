import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasonOfFailure } from '../../../src/carriers/background-fetch/collect.ts';
import type { FailureCode } from '../../../src/core/carriers/failure.ts';
import { answerWith, endedWith } from './make-response.ts';

/** `failureReason` of the browser, bytes that came, and what we make of it. */
const REASONS: readonly (readonly [reason: string, downloaded: number, code: FailureCode])[] = [
  ['fetch-error', 0, 'unreadable'],
  ['fetch-error', 1, 'interrupted'],
  ['', 0, 'unreadable'],
  ['something-new', 100, 'interrupted'],
  ['quota-exceeded', 0, 'quota-exceeded'],
  ['quota-exceeded', 100, 'quota-exceeded'],
  ['download-total-exceeded', 100, 'wrong-size'],
  ['bad-status', 0, 'bad-answer'],
];

for (const [reason, downloaded, code] of REASONS) {
  test(`reasonOfFailure: ${reason}, ${downloaded} bytes → ${code}`, async () => {
    const ended = endedWith([], { failureReason: reason, downloaded });
    assert.deepEqual(await reasonOfFailure(ended, 'one'), { code, detail: reason, retryAfter: null });
  });
}

/** What the records of a plan in parts say goes before what the browser says. */
for (const fault of ['changed', 'no-parts'] as const) {
  test(`reasonOfFailure: ${fault}, whatever the browser calls it`, async () => {
    for (const [failureReason, downloaded] of REASONS) {
      const ended = endedWith([answerWith({ status: 404 })], { failureReason, downloaded });
      assert.deepEqual(await reasonOfFailure(ended, 'one', fault), {
        code: fault,
        detail: failureReason,
        retryAfter: null,
      });
    }
  });
}

test('reasonOfFailure: a bad status is told by the answer that has it', async () => {
  const failureReason = 'bad-status';
  const statusOf = async (...statuses: (number | null)[]): Promise<unknown> => {
    const responses = statuses.map(status => (status === null ? null : answerWith({ status })));
    return (await reasonOfFailure(endedWith(responses, { failureReason }), 'one')).detail;
  };
  assert.equal(await statusOf(404), 'HTTP 404');
  assert.equal(await statusOf(null, 403), 'HTTP 403');
  assert.equal(await statusOf(200, 410), 'HTTP 410');
  assert.equal(await statusOf(200), 'bad-status');
  assert.equal(await statusOf(null), 'bad-status');
});

test('reasonOfFailure: records that cannot be read any more leave the bare reason', async () => {
  const responses = (): Promise<never> => Promise.reject(new Error('gone'));
  const ended = endedWith([], { failureReason: 'bad-status', responses });
  assert.deepEqual(await reasonOfFailure(ended, 'one'), { code: 'bad-answer', detail: 'bad-status', retryAfter: null });
});

test('reasonOfFailure: the code of a bad status says what to do', async () => {
  const ended = endedWith([answerWith({ status: 404 })], { failureReason: 'bad-status' });
  assert.equal((await reasonOfFailure(ended, 'one')).code, 'not-found');
});
