/**
 * The three tiers of tests (docs/adr/0014): which files of lib/__tests__/ belong to which. `npm test` is the first,
 * and what is in none of these lists is in that one alone. Tests run on the JavaScript that tsc wrote to lib/.
 */
const onlyDeep = [
  'bench/',
  'dist/demo',
  'dist/endings',
  'dist/incomplete-answers',
  'dist/loads',
  'dist/other-hands',
  'dist/proxy',
  'dist/pull-request',
  'dist/refused-inputs',
  'dist/scenarios',
  'dist/signals',
  'dist/simulator-package',
  'dist/unfinished-answers',
  'dist/untrusted-text',
  'fuzz/answers',
  'fuzz/growing-texts',
  'fuzz/inputs',
  'fuzz/memory',
  'simulator/action/steps',
  'simulator/arbitrary-requests',
  'simulator/responses',
  'src/report/bounds',
  'stories/deployment-order',
  'stories/express-answers',
  'stories/history',
  'stories/lag',
  'stories/partial-failure',
  'stories/start-failures',
  'stories/verify-several',
]
/** Run in both, in the deep tier with all cases: __tests__/support/tier.ts. */
const quickAndDeep = [
  'fuzz/altered',
  'fuzz/files',
  'properties/',
  'stories/over-http/',
  'simulator/world/scenarios-as-files',
]
const clients = ['clients/']

const all = '**/lib/__tests__/**/*.test.js'
const inFolders = names => names.map(name => `**/lib/__tests__/${name}**/*.test.js`)
const atPaths = names => names.map(name => `**/lib/__tests__/${name}*.test.js`)
const matching = names => [
  ...inFolders(names.filter(name => name.endsWith('/'))),
  ...atPaths(names.filter(name => !name.endsWith('/'))),
]
const without = names => matching(names).map(pattern => `!${pattern}`)

const tiers = {
  quick: [all, ...without([...onlyDeep, ...clients])],
  deep: matching([...onlyDeep, ...quickAndDeep]),
  clients: matching(clients),
}

export function tier(name) {
  return {
    rootDir: '.',
    testEnvironment: '<rootDir>/scripts/plain-environment.cjs',
    testMatch: tiers[name],
    globals: { testTier: name },
    transform: {},
    // Only against what hangs: no test may fail because the machine is busy.
    testTimeout: 600_000,
    // Each test file leaves its compiled code behind: a process that has run many of them is replaced by a new one.
    maxWorkers: 2,
    maxConcurrency: 3,
    workerIdleMemoryLimit: '800MB',
    reporters: ['default', '<rootDir>/scripts/count-reporter.js'],
  }
}

export default tier('quick')
