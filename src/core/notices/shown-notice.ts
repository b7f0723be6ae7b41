/** Up to when the user has been told of what ended, and when there was last nothing to do; ms since the epoch. */
export interface NoticeMarks {
  readonly toldAt: number;
  /** The items of that very moment that the user has been told of: more may end in it. */
  readonly told: readonly string[];
  readonly idleAt: number;
}

/** A notification as the browser shows it. */
export interface ShownNotice {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly buttons: readonly string[];
}
