import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefused, isWeb, parseLink } from '../../../src/core/links/parse-link.ts';
import { PLAIN } from './plain-link.ts';

test('parseLink answers anything that a message can bring with a whole link or a short refusal', () => {
  const field = fc.oneof(fc.jsonValue(), fc.constantFrom('..', 'high', 'https://a.test/'));
  const sent = fc.record(
    {
      url: fc.oneof(fc.webUrl(), fc.jsonValue()),
      referrer: field,
      name: field,
      folder: field,
      priority: field,
      extra: field,
    },
    { requiredKeys: ['url'] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), sent), asked => {
      const answer = parseLink(asked);
      if (isRefused(answer)) return assert.ok(answer.detail.length <= 200 && answer.url.length <= 200);
      assert.deepEqual(Object.keys(answer).sort(), Object.keys(PLAIN).sort());
      assert.ok(isWeb(answer.url) && !/[#@]/.test(answer.url.split('/').slice(0, 3).join('')));
      assert.deepEqual(parseLink({ url: answer.url }), { ...PLAIN, url: answer.url });
    }),
  );
});
