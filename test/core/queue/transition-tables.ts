import { ACCESS } from './access-table.ts';
import type { EventName } from './event-cases.ts';
import { FAIL, REFUSE } from './failing-tables.ts';
import { NAME } from './naming-table.ts';

/** Each cell is the next stage and the effects, or `same`. An `?` leaves the effects open: what cannot happen. */
const START = `
                 | picked                    | picked, not granted       | due    | due, used up | due, flapping
queued           | probing: probe            | asking download: ask      | same   | same         | same
queued held      | running download: go-on 7 | running download: go-on 7 | same   | same         | same
queued asked     | asking download           | asking download           | same   | same         | same
probing          | same                      | same                      | same   | same         | same
asking fetch     | same                      | same                      | same   | same         | same
asking download  | same                      | same                      | same   | same         | same
running fetch    | same                      | same                      | same   | same         | same
running missing  | same                      | same                      | same   | same         | same
running download | same                      | same                      | same   | same         | same
asking parts     | same                      | same                      | same   | same         | same
running parts    | same                      | same                      | same   | same         | same
keeping          | same                      | same                      | same   | same         | same
keeping paused   | same                      | same                      | same   | same         | same
collecting       | same                      | same                      | same   | same         | same
asking save      | same                      | same                      | same   | same         | same
writing          | same                      | same                      | same   | same         | same
waiting          | same                      | same                      | queued | failed       | queued
needing          | same                      | same                      | queued | queued       | queued
paused           | same                      | same                      | same   | same         | same
paused held      | same                      | same                      | same   | same         | same
paused asked     | same                      | same                      | same   | same         | same
paused clash     | same                      | same                      | same   | same         | same
paused clash held| same                      | same                      | same   | same         | same
done             | same                      | same                      | same   | same         | same
failed           | same                      | same                      | same   | same         | same
cancelled        | same                      | same                      | same   | same         | same`;

const PROBE = `
                 | probed            | probed, had       | probed, had, again | probe failed
queued           | same              | same              | same               | same
queued held      | same              | same              | same               | same
queued asked     | same              | same              | same               | same
probing          | asking fetch: ask | cancelled by rule | asking fetch: ask  | failed
asking fetch     | same              | same              | same               | same
asking download  | same              | same              | same               | same
running fetch    | same              | same              | same               | same
running missing  | same              | same              | same               | same
running download | same              | same              | same               | same
asking parts     | same              | same              | same               | same
running parts    | same              | same              | same               | same
keeping          | same              | same              | same               | same
keeping paused   | same              | same              | same               | same
collecting       | same              | same              | same               | same
asking save      | same              | same              | same               | same
writing          | same              | same              | same               | same
waiting          | same              | same              | same               | same
needing          | same              | same              | same               | same
paused           | same              | same              | same               | same
paused held      | same              | same              | same               | same
paused asked     | same              | same              | same               | same
paused clash     | same              | same              | same               | same
paused clash held| same              | same              | same               | same
done             | same              | same              | same               | same
failed           | same              | same              | same               | same
cancelled        | same              | same              | same               | same`;

const RUN = `
                 | started          | started 99           | started 7           | missing         | found
queued           | same: stop one.3 | queued held: hold 99 | queued held: hold 7 | same            | same
queued held      | same: stop one.3 | same: stop 99        | same                | same            | same
queued asked     | same: stop one.3 | queued held: hold 99 | queued held: hold 7 | same            | same
probing          | same: stop one.3 | same: stop 99        | same: stop 7        | same            | same
asking fetch     | running fetch    | running fetch: ?     | running fetch: ?    | same            | same
asking download  | same: stop one.3 | running download     | running download    | same            | same
running fetch    | same             | same: stop 99        | same: stop 7        | running missing | same
running missing  | same             | same: stop 99        | same: stop 7        | same            | running fetch
running download | same: stop one.3 | same: stop 99        | same                | same            | same
asking parts     | running parts    | running parts: ?     | running parts: ?    | same            | same
running parts    | same             | same: stop 99        | same: stop 7        | running missing | same
keeping          | same: stop one.3 | same: ?              | same: ?             | same            | same
keeping paused   | same: stop one.3 | same: ?              | same: ?             | same            | same
collecting       | same             | same: stop 99        | same: stop 7        | same            | same
asking save      | same             | writing              | writing             | same            | same
writing          | same             | same: stop 99        | same                | same            | same
waiting          | same: stop one.3 | queued held: hold 99 | queued held: hold 7 | same            | same
needing          | same: stop one.3 | queued held: hold 99 | queued held: hold 7 | same            | same
paused           | same: stop one.3 | paused held: hold 99 | paused held: hold 7 | same            | same
paused held      | same: stop one.3 | same: stop 99        | same                | same            | same
paused asked     | same: stop one.3 | paused held: hold 99 | paused held: hold 7 | same            | same
paused clash     | same: stop one.3 | paused clash held: hold 99 | paused clash held: hold 7 | same            | same
paused clash held| same: stop one.3 | same: stop 99        | same                | same            | same
done             | same: stop one.3 | same: stop 99        | same                | same            | same
failed           | same: stop one.3 | same: stop 99        | same: stop 7        | same            | same
cancelled        | same: stop one.3 | same: stop 99        | same: stop 7        | same            | same`;

const SAVE = `
                 | unheard   | fetched             | packed              | still-packed | completed
queued           | same      | same                | same: release other | same         | same
queued held      | same      | same                | same: release other | same         | same
queued asked     | same      | same                | same: release other | same         | same
probing          | same      | same                | same: release other | same         | same
asking fetch     | same: ask | collecting: collect | same: release other | same         | same
asking download  | same      | same                | same: release other | same         | same
running fetch    | same      | collecting: collect | same: release other | same         | same
running missing  | same      | collecting: collect | same: release other | same         | same
running download | same      | same                | same: release other | same         | done
asking parts     | same: ask | collecting: collect | same: release other | same         | same
running parts    | same      | collecting: collect | same: release other | same         | same
keeping          | same      | same                | same: ?             | same         | same
keeping paused   | same      | same                | same: ?             | same         | same
collecting       | same      | same                | asking save: save   | same         | same
asking save      | same      | same                | same: release other | same: save   | same
writing          | same      | same                | same: release other | same         | done: release own
waiting          | same      | same                | same: release other | same         | same
needing          | same      | same                | same: release other | same         | same
paused           | same      | same                | same: release other | same         | same
paused held      | same      | same                | same: release other | same         | same
paused asked     | same      | same                | same: release other | same         | same
paused clash     | same      | same                | same: release other | same         | same
paused clash held| same      | same                | same: release other | same         | same
done             | same      | same                | same: release other | same         | same
failed           | same      | same                | same: release other | same         | same
cancelled        | same      | same                | same: release other | same         | same`;

const LOSE = `
                 | lost with worker            | lost again                   | lost with browser
queued           | same                        | same                         | same
queued held      | same                        | same                         | queued: stop 7
queued asked     | same                        | same                         | same
probing          | queued                      | waiting                      | queued
asking fetch     | queued: stop one.3          | waiting: stop one.3          | queued: stop one.3
asking download  | queued                      | waiting                      | queued
running fetch    | queued: stop one.3          | waiting: stop one.3          | queued: stop one.3
running missing  | queued: stop one.3          | waiting: stop one.3          | queued: stop one.3
running download | queued: stop 7              | waiting: stop 7              | queued: stop 7
asking parts     | keeping: keep               | keeping: keep                | keeping: keep
running parts    | keeping: keep               | keeping: keep                | keeping: keep
keeping          | same                        | same                         | same
keeping paused   | same                        | same                         | same
collecting       | queued                      | waiting                      | queued
asking save      | queued: release own         | waiting: release own         | queued: release own
writing          | queued: stop 7, release own | waiting: stop 7, release own | queued: stop 7, release own
waiting          | same                        | same                         | same
needing          | same                        | same                         | same
paused           | same                        | same                         | same
paused held      | same                        | same                         | paused: stop 7
paused asked     | same                        | same                         | same
paused clash     | same                        | same                         | same
paused clash held| same                        | same                         | paused clash: stop 7
done             | same                        | same                         | same
failed           | same                        | same                         | same
cancelled        | same                        | same                         | same`;

const STOP = `
                 | cancelled-in-browser                      | halted
queued           | same                                      | same
queued held      | same                                      | same
queued asked     | same                                      | same
probing          | cancelled by browser                      | queued
asking fetch     | cancelled by browser: stop one.3          | queued: stop one.3
asking download  | cancelled by browser                      | queued asked
running fetch    | cancelled by browser: stop one.3          | queued: stop one.3
running missing  | cancelled by browser: stop one.3          | queued: stop one.3
running download | cancelled by browser: stop 7              | queued held: hold 7
asking parts     | cancelled by browser: stop one.3, forget-parts | keeping: keep
running parts    | cancelled by browser: stop one.3, forget-parts | keeping: keep
keeping          | same                                      | same
keeping paused   | same                                      | same
collecting       | cancelled by browser                      | same
asking save      | cancelled by browser: release own         | same
writing          | cancelled by browser: stop 7, release own | same
waiting          | same                                      | same
needing          | same                                      | same
paused           | same                                      | same
paused held      | same                                      | same
paused asked     | same                                      | same
paused clash     | same                                      | same
paused clash held| same                                      | same
done             | same                                      | same
failed           | same                                      | same
cancelled        | same                                      | same`;

/** All of them, each with the events that it asks about. */
export const TABLES: readonly (readonly [table: string, events: readonly EventName[]])[] = [
  [START, ['picked', 'picked, not granted', 'due', 'due, used up', 'due, flapping']],
  [PROBE, ['probed', 'probed, had', 'probed, had, again', 'probe failed']],
  [NAME, ['named', 'named, clash', 'named, kept out', 'named, had']],
  [RUN, ['started', 'started 99', 'started 7', 'missing', 'found']],
  [SAVE, ['unheard', 'fetched', 'packed', 'still-packed', 'completed']],
  [LOSE, ['lost with worker', 'lost again', 'lost with browser']],
  [STOP, ['cancelled-in-browser', 'halted']],
  [FAIL, ['failed later', 'failed last']],
  [REFUSE, ['failed user', 'failed other']],
  [
    ACCESS,
    ['revoked', 'picked, begun, not granted', 'due, not granted', 'probe failed, not granted', 'failed, not granted'],
  ],
];
