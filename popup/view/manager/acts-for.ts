import type { Status } from '../../../src/core/queue/item.ts';

/** What can be done to the lines that are selected. */
export type Act =
  | 'open'
  | 'show'
  | 'pause'
  | 'resume'
  | 'start-now'
  | 'retry'
  | 'again'
  | 'top'
  | 'up'
  | 'down'
  | 'bottom'
  | 'copy-links'
  | 'delete-file'
  | 'remove'
  | 'remove-finished'
  | 'help';

/** What is known of the selection. A group may have files of any status. */
export interface Chosen {
  readonly count: number;
  readonly statuses: ReadonlySet<Status>;
  readonly hasGroup: boolean;
}

const PAUSED_BY: readonly Status[] = ['queued', 'waiting', 'starting', 'running'];
const STARTED_BY: readonly Status[] = ['queued', 'waiting', 'paused'];
const RETRIED_BY: readonly Status[] = ['failed', 'cancelled'];
const MOVED_BY: readonly Status[] = ['queued', 'waiting', 'paused', 'starting', 'running', 'saving'];

/** The entries of the menu, in sections: the file, its way, its place, what leads elsewhere, what takes it away. */
export function menuFor(chosen: Chosen): readonly (readonly Act[])[] {
  const { count, statuses, hasGroup } = chosen;
  const isOneFile = count === 1 && statuses.has('done');
  const isMoved = hasGroup || has(statuses, MOVED_BY);
  const sections: Act[][] = [
    isOneFile ? ['open', 'show'] : [],
    wayFor(chosen),
    isMoved ? ['top', 'up', 'down', 'bottom'] : [],
    ['copy-links'],
    [...(isOneFile ? (['delete-file'] as const) : []), 'remove', 'remove-finished'],
    ['help'],
  ];
  return sections.filter(section => section.length > 0);
}

/** The buttons of the bar: what one does to many. */
export function barFor(chosen: Chosen): readonly Act[] {
  return [...wayFor(chosen), 'copy-links', 'remove'];
}

function wayFor({ statuses, hasGroup }: Chosen): Act[] {
  return [
    ...(hasGroup || has(statuses, PAUSED_BY) ? (['pause'] as const) : []),
    ...(hasGroup || has(statuses, ['paused']) ? (['resume'] as const) : []),
    ...(hasGroup || has(statuses, STARTED_BY) ? (['start-now'] as const) : []),
    ...(hasGroup || has(statuses, RETRIED_BY) ? (['retry'] as const) : []),
    ...(statuses.has('done') ? (['again'] as const) : []),
  ];
}

/** What the key that pauses and resumes does: it pauses as long as anything can be paused. */
export function pauseOrResume({ statuses, hasGroup }: Chosen): 'pause' | 'resume' | null {
  if (hasGroup || has(statuses, PAUSED_BY)) return 'pause';
  return statuses.has('paused') ? 'resume' : null;
}

function has(statuses: ReadonlySet<Status>, wanted: readonly Status[]): boolean {
  return wanted.some(status => statuses.has(status));
}
