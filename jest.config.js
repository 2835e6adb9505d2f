/** Tests run on the JavaScript that tsc wrote to lib/: no transform, the same code that is bundled. */
export default {
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/lib/__tests__/**/*.test.js'],
  transform: {},
  testTimeout: 60_000,
  // Each test file leaves its compiled code behind: a process that has run many of them is replaced by a new one.
  maxWorkers: 2,
  maxConcurrency: 3,
  workerIdleMemoryLimit: '800MB',
  reporters: ['default', '<rootDir>/scripts/count-reporter.js'],
}
