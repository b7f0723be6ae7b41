import { announced } from '../announcer.ts';

/** Says to a screen reader what happened, without taking the focus. */
export function LiveRegion() {
  return (
    <div class="unseen" role="status" aria-live="polite">
      {announced.value}
    </div>
  );
}
