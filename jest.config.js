/** Tests run on the JavaScript that tsc wrote to lib/: no transform, the same code that is bundled. */
export default {
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/lib/__tests__/**/*.test.js'],
  transform: {},
  // Nothing is transformed, so there is nothing to keep; a kept copy can be an old one.
  cache: false,
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/scripts/count-reporter.js'],
}
