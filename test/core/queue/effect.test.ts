import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endingEffects, forgetting, removingEffects, stopDownload } from '../../../src/core/queue/effect.ts';
import { effectInWords } from '../in-words.ts';
import { itemIn, type StageName, STAGE_NAMES } from '../make-item.ts';
import { keptOf } from '../make-parts.ts';

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
  'asking parts': 'stop one.3',
  'running parts': 'stop one.3',
  keeping: 'stop one.3',
  'keeping paused': 'stop one.3',
  collecting: '',
  'asking save': 'release own',
  writing: 'stop 7, release own',
  waiting: '',
  needing: '',
  paused: '',
  'paused held': 'stop 7',
  'paused asked': '',
  'paused clash': '',
  'paused clash held': 'stop 7',
  done: '',
  failed: '',
  cancelled: '',
} as const satisfies Record<StageName, string>;

for (const stage of STAGE_NAMES) {
  test(`endingEffects: ${stage} → ${ENDING[stage] || 'nothing'}`, () => {
    assert.equal(endingEffects(itemIn(stage)).map(effectInWords).join(', '), ENDING[stage]);
  });
}

/** These may have put parts away that the item does not know of yet. */
const MAY_HAVE_PARTS: readonly StageName[] = ['asking parts', 'running parts', 'keeping', 'keeping paused'];

for (const stage of STAGE_NAMES) {
  test(`forgetting: ${stage}: what may be in the part store, and always what is`, () => {
    const expected = MAY_HAVE_PARTS.includes(stage) ? [{ do: 'forget-parts' }] : [];
    assert.deepEqual(forgetting(itemIn(stage)), expected);
    assert.deepEqual(forgetting(itemIn(stage, { kept: keptOf(0) })), [{ do: 'forget-parts' }]);
  });

  test(`removingEffects: ${stage}: what the browser does is ended before the parts go`, () => {
    const words = removingEffects(itemIn(stage, { kept: keptOf(0) })).map(effectInWords);
    assert.deepEqual(words.join(', '), [ENDING[stage], 'forget-parts'].filter(Boolean).join(', '));
  });
}

test('a stop names its carrier', () => {
  assert.deepEqual(stopDownload(5), { do: 'stop', job: { carrier: 'browser-download', downloadId: 5 } });
  assert.deepEqual(endingEffects(itemIn('running fetch', { id: 'x', attempt: 8 })), [
    { do: 'stop', job: { carrier: 'background-fetch', registration: 'x.8' } },
  ]);
});
