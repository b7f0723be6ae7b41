/** What becomes of an item that is told of a failure. Cells as in `transition-tables.ts`. */
export const FAIL = `
                 | failed later                 | failed last
queued           | same                         | same
queued held      | same                         | same
queued asked     | same                         | same
probing          | waiting                      | waiting
asking fetch     | waiting: stop one.3          | waiting: stop one.3
asking download  | waiting                      | waiting
running fetch    | waiting: stop one.3          | waiting: stop one.3
running missing  | waiting: stop one.3          | waiting: stop one.3
running download | waiting: stop 7              | waiting: stop 7
asking parts     | keeping: keep                | keeping: keep
running parts    | keeping: keep                | keeping: keep
keeping          | same                         | same
keeping paused   | same                         | same
collecting       | waiting                      | waiting
asking save      | waiting: release own         | waiting: release own
writing          | waiting: stop 7, release own | waiting: stop 7, release own
waiting          | same                         | same
needing          | same                         | same
paused           | same                         | same
paused held      | same                         | same
paused asked     | same                         | same
paused clash     | same                         | same
paused clash held| same                         | same
done             | same                         | same
failed           | same                         | same
cancelled        | same                         | same`;

export const REFUSE = `
                 | failed user                 | failed other
queued           | same                        | same
queued held      | same                        | same
queued asked     | same                        | same
probing          | failed                      | failed
asking fetch     | failed: stop one.3          | queued: stop one.3
asking download  | failed                      | queued
running fetch    | failed: stop one.3          | queued: stop one.3
running missing  | failed: stop one.3          | queued: stop one.3
running download | failed: stop 7              | queued: stop 7
asking parts     | keeping: keep               | keeping: keep
running parts    | keeping: keep               | keeping: keep
keeping          | same                        | same
keeping paused   | same                        | same
collecting       | failed                      | queued
asking save      | failed: release own         | queued: release own
writing          | failed: stop 7, release own | queued: stop 7, release own
waiting          | same                        | same
needing          | same                        | same
paused           | same                        | same
paused held      | same                        | same
paused asked     | same                        | same
paused clash     | same                        | same
paused clash held| same                        | same
done             | same                        | same
failed           | same                        | same
cancelled        | same                        | same`;
