/** Ends a run with its totals in one plain line, after everything else that Jest has to say. */
export default class TotalsReporter {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, testResults }) {
    // A file that could not run at all has no failed test to count, and is a failure nevertheless.
    const broken = testResults.filter(({ testExecError }) => testExecError).length;
    process.on('exit', () => process.stdout.write(`\n${numPassedTests} passed, ${numFailedTests + broken} failed\n`));
  }
}
