/** Ends every test run with one plain line that people and CI can read. */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const skipped = results.numPendingTests + results.numTodoTests
    const suites = results.numRuntimeErrorTestSuites
    const failed = results.numFailedTests + suites
    console.log(`${results.numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
  }
}
