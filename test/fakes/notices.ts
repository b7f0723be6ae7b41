import type { NoticeMarks, ShownNotice } from '../../src/core/notices/shown-notice.ts';
import type { NoticesPort } from '../../src/worker/notices-port.ts';

/** What the browser shows of notifications, and the marks on disk. Nothing is allowed at first. */
export class FakeNotices {
  isAllowed = false;
  marks: NoticeMarks | null = null;
  /** Every showing, in its order. */
  readonly shown: ShownNotice[] = [];

  port(): NoticesPort {
    return {
      mayShow: async () => this.isAllowed,
      marks: async () => this.marks,
      writeMarks: async marks => void (this.marks = marks),
      show: async notice => void this.shown.push(notice),
    };
  }
}
