/** What becomes of an item when the user takes grants back. Cells as in `transition-tables.ts`. */
export const ACCESS = `
                  | revoked             | picked, begun, not granted | due, not granted | probe failed, not granted | failed, not granted
queued            | same                | needing                    | same             | same                      | same
queued held       | same                | running download: go-on 7  | same             | same                      | same
queued asked      | same                | asking download            | same             | same                      | same
probing           | same                | same                       | same             | needing                   | failed
asking fetch      | needing: stop one.3 | same                       | same             | same                      | queued: stop one.3
asking download   | same                | same                       | same             | same                      | queued
running fetch     | needing: stop one.3 | same                       | same             | same                      | queued: stop one.3
running missing   | needing: stop one.3 | same                       | same             | same                      | queued: stop one.3
running download  | same                | same                       | same             | same                      | queued: stop 7
asking parts      | keeping: keep       | same                       | same             | same                      | keeping: keep
running parts     | keeping: keep       | same                       | same             | same                      | keeping: keep
keeping           | same                | same                       | same             | same                      | same
keeping paused    | same                | same                       | same             | same                      | same
collecting        | same                | same                       | same             | same                      | queued
asking save       | same                | same                       | same             | same                      | queued: release own
writing           | same                | same                       | same             | same                      | queued: stop 7, release own
waiting           | same                | same                       | queued           | same                      | same
needing           | same                | same                       | same             | same                      | same
paused            | same                | same                       | same             | same                      | same
paused held       | same                | same                       | same             | same                      | same
paused asked      | same                | same                       | same             | same                      | same
paused clash      | same                | same                       | same             | same                      | same
paused clash held | same                | same                       | same             | same                      | same
done              | same                | same                       | same             | same                      | same
failed            | same                | same                       | same             | same                      | same
cancelled         | same                | same                       | same             | same                      | same`;
