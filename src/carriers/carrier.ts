import type { CarrierName } from '../core/carriers/carrier-name.ts';
import type { ItemIn, QueueItem } from '../core/queue/item.ts';
import type { Plan } from '../core/queue/plan.ts';
import type { Job } from '../core/queue/effect.ts';

export interface Progress {
  readonly bytes: number;
  /** Bytes in all; null while unknown. */
  readonly total: number | null;
}

export type PlanOf<N extends CarrierName> = Plan & { readonly carrier: N };
export type JobOf<N extends CarrierName> = Job & { readonly carrier: N };
export type RunningOn<N extends CarrierName> = ItemIn<'running'> & { readonly carrier: N };

/** A way for a file to travel: what the queue may ask of it. docs/carriers.md says what each promises. */
export interface Carrier<N extends CarrierName> {
  readonly name: N;
  /**
   * Asks the browser to carry the item, and resolves once it has it. The intent is on disk before the call.
   * Rejects with `FailedAttempt` when the browser will not. `companions`: items that are carried in the same job.
   */
  start(
    item: ItemIn<'starting'>,
    plan: PlanOf<N>,
    companions: readonly QueueItem[],
  ): Promise<{ readonly downloadId: number | null }>;
  /** Ends the job and leaves nothing of it behind. A job that the browser does not know is no error. */
  stop(job: JobOf<N>): Promise<void>;
  /** How far the job is, asked only while someone looks; null when the browser does not know. */
  look(item: RunningOn<N>): Promise<Progress | null>;
}

export type Carriers = { readonly [N in CarrierName]: Carrier<N> };

/** Looks at a running item by the carrier that carries it. */
export function lookAt(carriers: Carriers, item: ItemIn<'running'>): Promise<Progress | null> {
  return item.carrier === 'background-fetch'
    ? carriers['background-fetch'].look(item)
    : carriers['browser-download'].look(item);
}
