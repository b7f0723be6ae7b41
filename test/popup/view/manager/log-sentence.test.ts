import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logSentence, type LogSentence } from '../../../../popup/view/manager/log-sentence.ts';
import { writeFiguresIn } from '../../../../popup/view/locale.ts';
import type { LogWord } from '../../../../src/core/queue/log.ts';

writeFiguresIn('en');

function said(what: LogWord, detail: string | null): LogSentence {
  return logSentence({ at: 0, what, detail }, 'files.example');
}

test('what the log has for machines is put into words', () => {
  const table: [LogWord, string | null, LogSentence][] = [
    ['added', null, { key: 'details_logAdded', values: [['']] }],
    [
      'probed',
      '1200000 bytes, ranges, "abc"',
      { key: 'details_logProbed', values: [['1.2 MB', ['details_probeRanges']]] },
    ],
    [
      'probed',
      '? bytes, ranges unknown, no validator',
      { key: 'details_logProbed', values: [[['clash_noSize'], ['details_probeUnsure']]] },
    ],
    ['not-fetched', 'small', { key: 'details_logNotFetched', values: [[['details_obstacleSmall']]] }],
    ['planned', 'browser-download', { key: 'details_logPlanned', values: [[['manager_carrierBrowser']]] }],
    ['fetched', '8000000', { key: 'details_logFetched', values: [['8 MB']] }],
    ['parts-kept', '3 of 8', { key: 'details_logPartsKept', values: [[['details_partsOf', '3', '8']]] }],
    ['settled', 'rename', { key: 'details_logSettled', values: [[['clash_rename']]] }],
    ['failed', 'http-404', { key: 'details_logFailed', values: [['http-404']] }],
  ];
  for (const [what, detail, sentence] of table) assert.deepEqual(said(what, detail), sentence, `${what} ${detail}`);
});

test('a failure has the sentence of its code, and what was said of it', () => {
  const { key, values } = said('failed', 'not-found (404)');
  assert.match(key, /^failure_/);
  assert.deepEqual(values, [['files.example'], ['404']]);
});

test('a name that only looks like machine talk, or talk that is not known, is shown as it is', () => {
  assert.deepEqual(said('done', 'background-fetch').values, [['background-fetch']]);
  assert.deepEqual(said('not-fetched', 'toString').values, [['toString']]);
  assert.deepEqual(said('probed', 'nonsense').values, [['nonsense']]);
});
