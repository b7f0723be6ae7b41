import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowCells } from '../../../../popup/view/manager/row-cells.ts';
import { track } from '../../../../popup/view/speed.ts';
import { rowWith } from '../../../core/catalogue/make-row.ts';
import { listedItem } from '../listed-item.ts';

const NOW = Date.UTC(2026, 5, 1, 12);

test('a row that was not asked about yet shows what the catalogue knows', () => {
  const row = rowWith('a', {
    status: 'done',
    endedAt: NOW,
    size: 1_500_000,
    carrier: 'background-fetch',
    addedAt: NOW,
  });
  const cells = rowCells(row, undefined, undefined, NOW, 'en');
  assert.deepEqual(
    [cells.name, cells.size, cells.status, cells.tone, cells.carrier, cells.bar, cells.added],
    ['a.zip', '1.5 MB', ['status_done'], 'good', ['manager_carrierFetch'], null, 'now'],
  );
});

test('one that runs shows percent, speed and time left; of unknown length bytes and no percent', () => {
  const row = rowWith('a', { status: 'running' });
  const running = listedItem({ status: 'running', bytes: 3_000_000, total: 6_000_000 });
  const seen = track(track(undefined, NOW - 2_000, 1_000_000, 6_000_000), NOW, 3_000_000, 6_000_000);
  const cells = rowCells(row, running, seen, NOW, 'en');
  assert.deepEqual([cells.amount, cells.speed, cells.left], ['50%', ['size_speed', '1.0 MB'], '3 sec']);
  const unknown = rowCells(row, { ...running, total: null }, undefined, NOW, 'en');
  assert.deepEqual([unknown.amount, unknown.bar?.percent, unknown.left], ['3.0 MB', null, null]);
});

test('what needs the user is told apart from what waits', () => {
  const row = rowWith('a', { status: 'waiting' });
  const waiting = listedItem({ status: 'waiting', dueAt: NOW + 120_000 });
  assert.deepEqual(rowCells(row, waiting, undefined, NOW, 'en').status, ['status_waitingUntil', 'in 2 min.']);
  const needing = rowCells(row, listedItem({ status: 'waiting', needs: 'a.test' }), undefined, NOW, 'en');
  assert.deepEqual([needing.status, needing.tone], [['status_needsAccess', 'a.test'], 'asks']);
  const failed = rowWith('b', { status: 'failed', endedAt: NOW });
  const why = { code: 'not-found', message: 'It is not there.' };
  const broken = rowCells(failed, listedItem({ status: 'failed', error: why }), undefined, NOW, 'en');
  assert.deepEqual([broken.tone, broken.trouble], ['bad', 'It is not there.']);
});

test('a status that is newer than the last look is shown as it is now', () => {
  const cells = rowCells(rowWith('a', { status: 'done' }), listedItem({ status: 'running' }), undefined, NOW, 'en');
  assert.deepEqual(cells.status, ['status_done']);
});

test('marks that hide what a name is are made visible', () => {
  assert.equal(rowCells(rowWith('a', { name: 'a\u202Efdp.exe' }), undefined, undefined, NOW).name, 'a\uFFFDfdp.exe');
});
