import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { run } from './program.js'

const biome = resolve('node_modules/@biomejs/biome/bin/biome')

const core = 'core/ imports only core/ and pure libraries (docs/adr/0002)'
const report = 'report/ imports only report/ and core/'
const deploy = 'deploy/ imports only deploy/, retry/, core/ and ports.ts'
const adapters = 'adapters/ imports ports.ts, retry/, core/ and SDKs'
const inputs = 'inputs/ imports only inputs/ and core/ and pure libraries'
const ports = 'ports.ts imports only core/'
const story = 'run.ts and rest-of-run.ts import steps/, ports.ts and core/'
const steps = 'steps/ imports steps/, inputs/, ports.ts, deploy/, retry/, report/ and core/'
const entry = 'index.ts imports adapters/ and run.ts'
const post = 'post.ts imports adapters/, deploy/ and core/'
const island = 'The simulator is an island: it knows the wire protocol, nothing of src/'
const runnerOnly = 'Only simulator/action/ knows the runner'
const outside = 'e2e/ runs what users run: it imports nothing of src/ and simulator/'
const alike =
  'conformance/ asks AWS and the simulator alike: of the simulator it imports only how to start it'
const allowed = undefined

interface Import {
  readonly file: string
  readonly specifier: string
  readonly refused: string | undefined
}

const cases: readonly Import[] = [
  { file: 'src/core/watch/evaluate.ts', specifier: 'node:fs', refused: core },
  { file: 'src/core/watch/evaluate.ts', specifier: '@actions/core', refused: core },
  { file: 'src/core/watch/evaluate.ts', specifier: '@aws-sdk/client-ecs', refused: core },
  { file: 'src/core/watch/evaluate.ts', specifier: '../../deploy/watch/watch.js', refused: core },
  { file: 'src/core/watch/evaluate.ts', specifier: '../../ports.js', refused: core },
  { file: 'src/core/watch/evaluate.ts', specifier: '../../../simulator/main.js', refused: core },
  { file: 'src/core/watch/evaluate.ts', specifier: './pace.js', refused: allowed },
  { file: 'src/core/watch/evaluate.ts', specifier: '../ecs/task.js', refused: allowed },
  { file: 'src/core/checks/ports/port-bounds.ts', specifier: 'node:fs', refused: core },
  { file: 'src/core/checks/ports/port-bounds.ts', specifier: '../../../ports.js', refused: core },
  { file: 'src/core/checks/ports/port-bounds.ts', specifier: './port-variables.js', refused: allowed },
  { file: 'src/core/checks/ports/port-bounds.ts', specifier: '../answers.js', refused: allowed },
  { file: 'src/core/checks/ports/port-bounds.ts', specifier: '../../text/json.js', refused: allowed },
  { file: 'src/core/checks/ports/deeper/port.ts', specifier: '../../../../ports.js', refused: core },
  { file: 'src/core/errors/problem.ts', specifier: '../../ports.js', refused: core },
  { file: 'src/core/errors/problem.ts', specifier: 'fastest-levenshtein', refused: allowed },
  { file: 'src/report/summary/summary.ts', specifier: '../../ports.js', refused: report },
  { file: 'src/report/summary/summary.ts', specifier: '../../deploy/watch/watch.js', refused: report },
  { file: 'src/report/summary/summary.ts', specifier: 'node:os', refused: report },
  { file: 'src/report/summary/summary.ts', specifier: '../messages/heading.js', refused: allowed },
  { file: 'src/report/summary/summary.ts', specifier: '../../core/outcome/outcome.js', refused: allowed },
  { file: 'src/deploy/watch/watch.ts', specifier: '../../adapters/aws/ecs.js', refused: deploy },
  { file: 'src/deploy/watch/watch.ts', specifier: '../../report/summary/summary.js', refused: deploy },
  { file: 'src/deploy/watch/watch.ts', specifier: '@aws-sdk/client-ecs', refused: deploy },
  { file: 'src/deploy/watch/watch.ts', specifier: 'node:timers/promises', refused: deploy },
  { file: 'src/deploy/watch/watch.ts', specifier: '../../retry/retry.js', refused: allowed },
  { file: 'src/deploy/watch/watch.ts', specifier: '../../ports.js', refused: allowed },
  { file: 'src/inputs/inputs.ts', specifier: '../adapters/runner/runner.js', refused: inputs },
  { file: 'src/inputs/inputs.ts', specifier: '@actions/core', refused: inputs },
  { file: 'src/inputs/inputs.ts', specifier: 'shlex', refused: allowed },
  { file: 'src/ports.ts', specifier: '@aws-sdk/client-ecs', refused: ports },
  { file: 'src/run.ts', specifier: './adapters/aws/ecs.js', refused: story },
  { file: 'src/run.ts', specifier: '../simulator/main.js', refused: story },
  { file: 'src/run.ts', specifier: './deploy/watch/watch.js', refused: story },
  { file: 'src/run.ts', specifier: './steps/watch.js', refused: allowed },
  { file: 'src/rest-of-run.ts', specifier: './adapters/aws/ecs.js', refused: story },
  { file: 'src/rest-of-run.ts', specifier: './steps/watch.js', refused: allowed },
  { file: 'src/steps/watch.ts', specifier: '../adapters/aws/ecs.js', refused: steps },
  { file: 'src/steps/watch.ts', specifier: '../run.js', refused: steps },
  { file: 'src/steps/watch.ts', specifier: 'node:fs', refused: steps },
  { file: 'src/steps/watch.ts', specifier: '../deploy/watch/watch.js', refused: allowed },
  { file: 'src/steps/watch.ts', specifier: '../report/log/plan-lines.js', refused: allowed },
  { file: 'src/steps/watch.ts', specifier: './step.js', refused: allowed },
  { file: 'src/index.ts', specifier: '../simulator/main.js', refused: entry },
  { file: 'src/index.ts', specifier: './adapters/aws/ecs.js', refused: allowed },
  { file: 'src/post.ts', specifier: '../simulator/main.js', refused: post },
  { file: 'src/post.ts', specifier: './adapters/runner/runner.js', refused: allowed },
  { file: 'src/adapters/github.ts', specifier: '../deploy/watch/watch.js', refused: adapters },
  { file: 'src/adapters/github.ts', specifier: '../run.js', refused: adapters },
  { file: 'src/adapters/aws/ecs.ts', specifier: '../../deploy/watch/watch.js', refused: adapters },
  { file: 'src/adapters/aws/ecs.ts', specifier: '../../inputs/inputs.js', refused: adapters },
  { file: 'src/adapters/aws/ecs.ts', specifier: '../../report/summary/summary.js', refused: adapters },
  { file: 'src/adapters/aws/ecs.ts', specifier: '../../run.js', refused: adapters },
  { file: 'src/adapters/aws/ecs.ts', specifier: '../../../simulator/main.js', refused: adapters },
  { file: 'src/adapters/aws/ecs.ts', specifier: '../../ports.js', refused: allowed },
  { file: 'src/adapters/aws/ecs.ts', specifier: '@aws-sdk/client-ecs', refused: allowed },
  { file: 'simulator/main.ts', specifier: '../src/core/ecs/arn.js', refused: island },
  { file: 'simulator/main.ts', specifier: 'node:http', refused: allowed },
  { file: 'simulator/action/main.ts', specifier: '../../src/adapters/runner/runner.js', refused: island },
  { file: 'simulator/action/main.ts', specifier: '@actions/core', refused: allowed },
  { file: 'simulator/ecs/world.ts', specifier: '@actions/core', refused: runnerOnly },
  { file: 'simulator/ecs/world.ts', specifier: '../../src/core/ecs/arn.js', refused: island },
  { file: 'e2e/play.ts', specifier: '../src/core/ecs/arn.js', refused: outside },
  { file: 'e2e/play.ts', specifier: '../simulator/serve.js', refused: outside },
  { file: 'e2e/play.ts', specifier: './simulator.js', refused: allowed },
  { file: 'conformance/live.ts', specifier: '../src/core/ecs/arn.js', refused: alike },
  { file: 'conformance/live.ts', specifier: '../simulator/ecs/world.js', refused: alike },
  { file: 'conformance/live.ts', specifier: '../simulator/start-simulator.js', refused: allowed },
  { file: 'conformance/worlds/healthy.ts', specifier: '../../src/core/ecs/arn.js', refused: alike },
]

const expressions = [
  { expression: 'Date.now()', message: 'Do not use the global variable Date.' },
  { expression: 'process.env', message: 'Do not use the global variable process.' },
  { expression: 'setTimeout(() => {}, 1)', message: 'Do not use the global variable setTimeout.' },
  { expression: "fetch('http://localhost')", message: 'Do not use the global variable fetch.' },
]

interface Diagnostic {
  readonly category: string
  readonly message: string
  readonly location: { readonly path: string; readonly start: { readonly line: number } }
}

/** What the linter says of a tree that holds these files, each a list of lines. */
function lint(files: ReadonlyMap<string, readonly string[]>): readonly Diagnostic[] {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'))
  try {
    copyFileSync('biome.json', join(folder, 'biome.json'))
    for (const [file, lines] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), lines.join('\n'))
    }
    const { output } = run(biome, ['lint', '--reporter=json', '--max-diagnostics=none'], folder)
    const json = output.split('\n').find(line => line.startsWith('{')) ?? '{}'
    return (JSON.parse(json) as { readonly diagnostics: readonly Diagnostic[] }).diagnostics
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** One line of code each, so that a diagnostic names its case by file and line. */
const lines = new Map<string, string[]>()
function place(file: string, line: string): number {
  const all = lines.get(file) ?? []
  lines.set(file, [...all, line])
  return all.length + 1
}

const placedImports = cases.map((one, index) => ({
  ...one,
  line: place(one.file, `export { thing as thing${index} } from '${one.specifier}'`),
}))
const clock = 'src/core/watch/pace.ts'
const placedExpressions = expressions.map((one, index) => ({
  ...one,
  line: place(clock, `export const value${index} = ${one.expression}`),
}))
const diagnostics = lint(lines)

function messagesAt(file: string, line: number): readonly string[] {
  const found = diagnostics.filter(
    ({ category, location }) =>
      category.startsWith('lint/style/noRestricted') &&
      location.path === file &&
      location.start.line === line,
  )
  return found.map(({ message }) => message)
}

test.each(placedImports)('$file importing $specifier: refused by $refused', ({ file, line, refused }) => {
  expect(messagesAt(file, line)).toStrictEqual(refused === undefined ? [] : [refused])
})

test.each(placedExpressions)('core/ does not use $expression', ({ line, message }) => {
  expect(messagesAt(clock, line).join('\n')).toContain(message)
})

test('the repository follows the layers', () => {
  const { code, output } = run(biome, [
    'lint',
    '--colors=off',
    '--error-on-warnings',
    'src',
    'simulator',
    'e2e',
    'conformance',
  ])
  expect(code === 0 ? '' : output).toBe('')
})

/** The folders of src/core: each imports only those before it. */
const coreOrder = [
  'text',
  'ecs',
  'redaction',
  'errors',
  'task-definition',
  'options',
  'verification',
  'settings',
  'resources',
  'checks',
  'plan',
  'diagnosis',
  'watch',
  'outcome',
]

interface SourceFile {
  readonly path: string
  readonly text: string
}

/** Imports of a folder that is not before the own one. */
function backwardImports(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const [folder = ''] = path.split('/')
    const specifiers = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, specifier = '']) => specifier)
    return specifiers
      .filter(specifier => {
        const [imported = ''] = join(dirname(path), specifier).split('/')
        return imported !== folder && coreOrder.indexOf(imported) >= coreOrder.indexOf(folder)
      })
      .map(specifier => `${path} imports ${specifier}`)
  })
}

test('the folders of core/ import each other in one order', () => {
  const paths = readdirSync('src/core', { recursive: true, encoding: 'utf8' })
  const files = paths
    .filter(path => path.endsWith('.ts'))
    .map(path => ({ path, text: readFileSync(join('src/core', path), 'utf8') }))
  expect([...new Set(files.map(({ path }) => path.split('/')[0]))].sort()).toStrictEqual(
    [...coreOrder].sort(),
  )
  expect(backwardImports(files)).toStrictEqual([])
})

test('an import against that order is reported', () => {
  const files = [
    { path: 'watch/slices/polls.ts', text: "import type { Outcome } from '../../outcome/outcome.js'\n" },
    { path: 'watch/step.ts', text: "import { evaluate } from './evaluate.js'\n" },
    { path: 'outcome/outcome.ts', text: "import type { Plan } from '../plan/plan.js'\n" },
  ]
  expect(backwardImports(files)).toStrictEqual(['watch/slices/polls.ts imports ../../outcome/outcome.js'])
})
