import type { NoticeMarks, ShownNotice } from '../core/notices/shown-notice.ts';

export interface NoticesPort {
  /** Whether the user lets us show notifications. */
  readonly mayShow: () => Promise<boolean>;
  readonly marks: () => Promise<NoticeMarks | null>;
  readonly writeMarks: (marks: NoticeMarks) => Promise<void>;
  /** One of the same id takes the other's place. */
  readonly show: (notice: ShownNotice) => Promise<void>;
}
