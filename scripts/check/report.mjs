// What a step of the check came to, and how it is told.

/**
 * @typedef {object} Outcome
 * @property {boolean} ok Whether the step did its work; failed tests are counted by themselves.
 * @property {string} output What it said; shown when something failed.
 * @property {{ passed: number, failed: number, skipped: number }} [tests]
 */

/** Adds the outcomes up and prints each as it comes. */
export function createReport() {
  let passed = 0;
  let failed = 0;
  let testsRun = 0;
  return {
    /**
     * @param {string} name
     * @param {number} seconds
     * @param {Outcome} outcome
     */
    add(name, seconds, { ok, output, tests }) {
      passed += Number(ok) + (tests?.passed ?? 0);
      failed += Number(!ok) + (tests?.failed ?? 0);
      testsRun += (tests?.passed ?? 0) + (tests?.failed ?? 0);
      const good = ok && !tests?.failed;
      const counts = tests ? tellTests(tests) : '';
      console.log(
        `== ${name.padEnd(24)} ${good ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(6)} s  ${counts}`,
      );
      if (!good) console.log(output.trim());
    },
    /** Prints the last line and answers whether all is well. */
    finish() {
      if (testsRun === 0) {
        failed += 1;
        console.log('No test ran.');
      }
      console.log(`${passed} passed, ${failed} failed`);
      return failed === 0;
    },
  };
}

/** @param {{ passed: number, failed: number, skipped: number }} tests */
function tellTests({ passed, failed, skipped }) {
  return [`${passed} tests`, failed && `${failed} FAILED`, skipped && `${skipped} skipped`]
    .filter(Boolean)
    .join(', ');
}
