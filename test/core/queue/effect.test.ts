import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endingEffects, stopDownload } from '../../../src/core/queue/effect.ts';
import { effectInWords } from '../in-words.ts';
import { itemIn, type StageName, STAGE_NAMES } from '../make-item.ts';

/** What ends everything that the browser does for an item, when it is removed from the queue. */
const ENDING = {
  queued: '',
  'queued held': 'stop 7',
  'queued asked': '',
  probing: '',
  'asking fetch': 'stop one.3',
  'asking download': '',
  'running fetch': 'stop one.3',
  'running missing': 'stop one.3',
  'running download': 'stop 7',
  collecting: '',
  'asking save': 'release own',
  writing: 'stop 7, release own',
  waiting: '',
  paused: '',
  'paused held': 'stop 7',
  'paused asked': '',
  done: '',
  failed: '',
  cancelled: '',
} as const satisfies Record<StageName, string>;

for (const stage of STAGE_NAMES) {
  test(`endingEffects: ${stage} → ${ENDING[stage] || 'nothing'}`, () => {
    assert.equal(endingEffects(itemIn(stage)).map(effectInWords).join(', '), ENDING[stage]);
  });
}

test('a stop names its carrier', () => {
  assert.deepEqual(stopDownload(5), { do: 'stop', job: { carrier: 'browser-download', downloadId: 5 } });
  assert.deepEqual(endingEffects(itemIn('running fetch', { id: 'x', attempt: 8 })), [
    { do: 'stop', job: { carrier: 'background-fetch', registration: 'x.8' } },
  ]);
});
