/**
 * @typedef {object} Figure
 * @property {string} what
 * @property {string} ours
 * @property {string} beside what it is compared with, in the same run; '' where there is nothing
 * @property {string} goal
 * @property {boolean} holds
 */

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]];
  return (low + high) / 2;
}

/**
 * A comparison pair by pair, so that it holds while the machine's speed drifts.
 *
 * @param {string} what
 * @param {readonly { ours: number, theirs: number }[]} pairs ms
 * @param {number | null} most the greatest ratio that is good enough; null where none is asked for
 * @returns {Figure}
 */
export function compared(what, pairs, most) {
  const ratio = median(pairs.map(({ ours, theirs }) => ours / theirs));
  return {
    what,
    ours: seconds(median(pairs.map(({ ours }) => ours))),
    beside: `${seconds(median(pairs.map(({ theirs }) => theirs)))}, ${ratio.toFixed(2)} times it`,
    goal: most === null ? '' : `at most ${most} times`,
    holds: most === null || ratio <= most,
  };
}

/**
 * @param {string} what
 * @param {readonly number[]} runs ms
 * @param {number} most ms
 * @returns {Figure}
 */
export function bounded(what, runs, most) {
  const value = median(runs);
  return { what, ours: seconds(value), beside: '', goal: `under ${seconds(most)}`, holds: value <= most };
}

/**
 * @param {string} what
 * @param {number} value
 * @param {number} most
 * @returns {Figure}
 */
export function counted(what, value, most) {
  return { what, ours: String(value), beside: '', goal: `at most ${most}`, holds: value <= most };
}

/**
 * A figure without a goal.
 *
 * @param {string} what
 * @param {string} ours
 * @returns {Figure}
 */
export function told(what, ours) {
  return { what, ours, beside: '', goal: '', holds: true };
}

/** @param {readonly Figure[]} figures */
export function printFigures(figures) {
  const head = { what: 'what', ours: 'Longhaul', beside: 'beside', goal: 'goal' };
  const columns = /** @type {const} */ (['what', 'ours', 'beside', 'goal']);
  const widths = columns.map(column => Math.max(...[head, ...figures].map(row => row[column].length)));
  /** @param {typeof head} row */
  const line = row => columns.map((column, index) => row[column].padEnd(widths[index] ?? 0)).join('  ');
  console.log(line(head));
  for (const figure of figures)
    console.log(`${line(figure)}  ${figure.goal === '' ? '' : figure.holds ? 'holds' : 'MISSED'}`);
}

/** @param {number} ms */
function seconds(ms) {
  return ms < 1_000 ? `${ms.toFixed(0)} ms` : `${(ms / 1_000).toFixed(2)} s`;
}
