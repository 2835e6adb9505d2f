/** Ends every test run with the skipped tests, whose names say why, and one plain line that people and CI can count on. */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const skipped = results.testResults
      .flatMap(({ testResults }) => testResults)
      .filter(({ status }) => ['pending', 'todo', 'skipped', 'disabled'].includes(status))
    for (const { fullName } of skipped) console.log(`skipped: ${fullName}`)
    const suites = results.numRuntimeErrorTestSuites
    const failed = results.numFailedTests + suites
    const more = skipped.length > 0 ? `, ${skipped.length} skipped` : ''
    console.log(`${results.numPassedTests} passed, ${failed} failed${more}`)
  }
}
