import { isNeeding } from '../../src/core/queue/access.ts';
import type { Effect } from '../../src/core/queue/effect.ts';
import type { QueueItem } from '../../src/core/queue/item.ts';
import type { Change } from '../../src/core/queue/change.ts';
import type { StageName } from './make-item.ts';

/** The stage that an item is in, in the words of the tables. */
export function stageOf(item: QueueItem): StageName {
  switch (item.status) {
    case 'queued':
    case 'paused': {
      const status = 'clash' in item ? ('paused clash' as const) : item.status;
      if (item.held === null) return status;
      return `${status} ${item.held.downloadId === null ? 'asked' : 'held'}` as StageName;
    }
    case 'starting':
      if (item.step === 'probing') return 'probing';
      if (item.plan.carrier === 'browser-download') return 'asking download';
      return item.plan.parts === null ? 'asking fetch' : 'asking parts';
    case 'running':
      if (item.carrier === 'browser-download') return 'running download';
      if (item.missingSince !== null) return 'running missing';
      return item.plan.parts === null ? 'running fetch' : 'running parts';
    case 'saving':
      if (item.step === 'keeping') return item.afterwards.status === 'paused' ? 'keeping paused' : 'keeping';
      return item.step === 'asking' ? 'asking save' : item.step;
    case 'waiting':
      return isNeeding(item) ? 'needing' : 'waiting';
    default:
      return item.status;
  }
}

/** `probe`, `stop 7`, `stop one.3`, `release own`: what is done, and to which of the browser's things. */
export function effectInWords(effect: Effect): string {
  switch (effect.do) {
    case 'stop':
      return effect.job.carrier === 'background-fetch'
        ? `stop ${effect.job.registration}`
        : `stop ${effect.job.downloadId}`;
    case 'hold':
    case 'go-on':
      return `${effect.do} ${effect.downloadId}`;
    case 'release':
      return `release ${effect.objectUrl.replace('blob:', '')}`;
    default:
      return effect.do;
  }
}

/** `same`, or the next stage, and after a colon the effects: `cancelled by user: stop 7, release own`. */
export function changeInWords(before: QueueItem, { item, effects }: Change): string {
  const where = item === before ? 'same' : `${stageOf(item)}${item.status === 'cancelled' ? ` by ${item.by}` : ''}`;
  return effects.length === 0 ? where : `${where}: ${effects.map(effectInWords).join(', ')}`;
}
