/** @typedef {{ passed: number, failed: number, skipped: number }} Score */

export const FAILED = Object.freeze({ passed: 0, failed: 1, skipped: 0 });

/** @param {readonly Score[]} scores @returns {Score} */
export function sumOf(scores) {
  return scores.reduce(
    (sum, score) => ({
      passed: sum.passed + score.passed,
      failed: sum.failed + score.failed,
      skipped: sum.skipped + score.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
