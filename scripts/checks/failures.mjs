/** Most of one failure that is told again at the end. characters */
const AGAIN = 4000;

/** @type {string[]} in the order in which they were told */
const told = [];

/** @param {string} text shown at once, and once more by `repeatFailures` */
export function tellFailure(text) {
  told.push(text);
  console.log(text);
}

/** Thousands of lines may stand between a failure and the end, and of a long log often only the end is kept. */
export function repeatFailures() {
  if (told.length === 0) return;
  console.log('\nWhat failed:');
  for (const text of told) console.log(text.length > AGAIN ? `${text.slice(0, AGAIN)} …` : text);
}
