/** What becomes of an item when the browser has told of its file, and what lies in its place is known. */
export const NAME = `
                 | named            | named, clash              | named, kept out   | named, had
queued           | same             | same                      | same              | same
queued held      | same             | same                      | same              | same
queued asked     | same             | same                      | same              | same
probing          | same             | same                      | same              | same
asking fetch     | same             | same                      | same              | same
asking download  | asking download  | paused clash asked        | cancelled by kept-out | cancelled by rule
running fetch    | same             | same                      | same              | same
running missing  | same             | same                      | same              | same
running download | running download | paused clash held: hold 7 | cancelled by kept-out: stop 7 | cancelled by rule: stop 7
asking parts     | same             | same                      | same              | same
running parts    | same             | same                      | same              | same
keeping          | same             | same                      | same              | same
keeping paused   | same             | same                      | same              | same
collecting       | same             | same                      | same              | same
asking save      | same             | same                      | same              | same
writing          | same             | same                      | same              | same
waiting          | same             | same                      | same              | same
needing          | same             | same                      | same              | same
paused           | same             | same                      | same              | same
paused held      | same             | same                      | same              | same
paused asked     | same             | same                      | same              | same
paused clash     | same             | same                      | same              | same
paused clash held | same             | same                      | same              | same
done             | same             | same                      | same              | same
failed           | same             | same                      | same              | same
cancelled        | same             | same                      | same              | same`;
