import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { run } from './program.js'

const biome = resolve('node_modules/@biomejs/biome/bin/biome')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layers-'))
  copyFileSync('biome.json', join(folder, 'biome.json'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The linter's answer to a tree that holds this one file. */
function lint(file: string, code: string) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), code)
  return run(biome, ['lint', '--colors=off'], folder)
}

const importing = (specifier: string) =>
  `import { thing } from '${specifier}'\n\nexport const other = thing\n`

const core = 'core/ imports only core/ and pure libraries'
const report = 'report/ imports only report/ and core/'
const deploy = 'deploy/ imports only core/ and ports.ts'
const adapters = 'adapters/ imports ports.ts, core/ and SDKs'
const edges = 'inputs/ imports only inputs/ and core/ and pure libraries'
const ports = 'ports.ts imports only core/'
const story = 'run.ts, prepare.ts and carry-out.ts import inputs, ports, deploy/, report/ and core/'
const entry = 'index.ts imports adapters/ and run.ts'
const after = 'post.ts imports adapters/, deploy/ and core/'
const island = 'The simulator is an island'
const outside = 'e2e/ runs what users run'

test.each([
  { file: 'src/core/watch/verdict.ts', specifier: 'node:fs', message: core },
  { file: 'src/core/watch/verdict.ts', specifier: '@actions/core', message: core },
  { file: 'src/core/watch/verdict.ts', specifier: '@aws-sdk/client-ecs', message: core },
  { file: 'src/core/watch/verdict.ts', specifier: '../../deploy/watch.js', message: core },
  { file: 'src/core/watch/verdict.ts', specifier: '../../ports.js', message: core },
  { file: 'src/core/watch/verdict.ts', specifier: '../../../simulator/main.js', message: core },
  { file: 'src/core/checks/ports/port-bounds.ts', specifier: 'node:fs', message: core },
  { file: 'src/core/checks/ports/port-bounds.ts', specifier: '../../../ports.js', message: core },
  { file: 'src/core/checks/ports/port-bounds.ts', specifier: '../../../deploy/watch.js', message: core },
  { file: 'src/core/checks/ports/deeper/port.ts', specifier: '../../../../ports.js', message: core },
  { file: 'src/core/problem.ts', specifier: '../ports.js', message: core },
  { file: 'src/core/problem.ts', specifier: '../deploy/watch.js', message: core },
  { file: 'src/report/summary.ts', specifier: '../ports.js', message: report },
  { file: 'src/report/summary.ts', specifier: '../deploy/watch.js', message: report },
  { file: 'src/report/summary.ts', specifier: 'node:os', message: report },
  { file: 'src/deploy/watch.ts', specifier: '../adapters/aws/ecs.js', message: deploy },
  { file: 'src/deploy/watch.ts', specifier: '../report/summary.js', message: deploy },
  { file: 'src/deploy/watch.ts', specifier: '@aws-sdk/client-ecs', message: deploy },
  { file: 'src/deploy/watch.ts', specifier: 'node:timers/promises', message: deploy },
  { file: 'src/inputs/inputs.ts', specifier: '../adapters/runner.js', message: edges },
  { file: 'src/inputs/inputs.ts', specifier: '@actions/core', message: edges },
  { file: 'src/ports.ts', specifier: '@aws-sdk/client-ecs', message: ports },
  { file: 'src/run.ts', specifier: './adapters/aws/ecs.js', message: story },
  { file: 'src/run.ts', specifier: '../simulator/main.js', message: story },
  { file: 'src/index.ts', specifier: '../simulator/main.js', message: entry },
  { file: 'src/post.ts', specifier: '../simulator/main.js', message: after },
  { file: 'src/adapters/github.ts', specifier: '../deploy/watch.js', message: adapters },
  { file: 'src/adapters/github.ts', specifier: '../run.js', message: adapters },
  { file: 'src/adapters/aws/ecs.ts', specifier: '../../deploy/watch.js', message: adapters },
  { file: 'src/adapters/aws/ecs.ts', specifier: '../../inputs/inputs.js', message: adapters },
  { file: 'src/adapters/aws/ecs.ts', specifier: '../../report/summary.js', message: adapters },
  { file: 'src/adapters/aws/ecs.ts', specifier: '../../run.js', message: adapters },
  { file: 'src/adapters/aws/ecs.ts', specifier: '../../../simulator/main.js', message: adapters },
  { file: 'simulator/main.ts', specifier: '../src/core/arn.js', message: island },
  { file: 'simulator/ecs/world.ts', specifier: '../../src/core/arn.js', message: island },
  { file: 'e2e/play.ts', specifier: '../src/core/arn.js', message: outside },
  { file: 'e2e/play.ts', specifier: '../simulator/serve.js', message: outside },
])('$file may not import $specifier', ({ file, specifier, message }) => {
  const { code, output } = lint(file, importing(specifier))
  expect({ code, complains: output.includes(message) }).toStrictEqual({ code: 1, complains: true })
})

test.each([
  { file: 'src/core/watch/verdict.ts', specifier: './scene.js' },
  { file: 'src/core/watch/verdict.ts', specifier: '../arn.js' },
  { file: 'src/core/watch/verdict.ts', specifier: '../service/task.js' },
  { file: 'src/core/checks/checks.ts', specifier: './ports/port-bounds.js' },
  { file: 'src/core/checks/ports/port-bounds.ts', specifier: './port-variables.js' },
  { file: 'src/core/checks/ports/port-bounds.ts', specifier: '../finding.js' },
  { file: 'src/core/checks/ports/port-bounds.ts', specifier: '../image/examined.js' },
  { file: 'src/core/checks/ports/port-bounds.ts', specifier: '../../json.js' },
  { file: 'src/core/checks/ports/port-bounds.ts', specifier: '../../service/service.js' },
  { file: 'src/core/plan/plan.ts', specifier: '../checks/service/deployable.js' },
  { file: 'src/core/problem.ts', specifier: 'fastest-levenshtein' },
  { file: 'src/inputs/command.ts', specifier: 'shlex' },
  { file: 'src/report/summary.ts', specifier: '../core/outcome/outcome.js' },
  { file: 'src/deploy/watch.ts', specifier: '../ports.js' },
  { file: 'src/run.ts', specifier: './deploy/watch.js' },
  { file: 'src/index.ts', specifier: './adapters/aws/ecs.js' },
  { file: 'src/post.ts', specifier: './adapters/runner.js' },
  { file: 'src/adapters/aws/ecs.ts', specifier: '../../ports.js' },
  { file: 'src/adapters/aws/ecs.ts', specifier: '@aws-sdk/client-ecs' },
  { file: 'simulator/main.ts', specifier: 'node:http' },
  { file: 'e2e/play.ts', specifier: './simulator.js' },
])('$file may import $specifier', ({ file, specifier }) => {
  expect(lint(file, importing(specifier))).toMatchObject({ code: 0 })
})

test.each([
  { expression: 'Date.now()', message: 'Time arrives as an argument' },
  { expression: 'process.env', message: 'The environment arrives as an argument' },
  { expression: 'setTimeout(() => {}, 1)', message: 'core decides, it never waits' },
  { expression: "fetch('http://localhost')", message: 'core talks to nobody' },
])('core/ does not use $expression', ({ expression, message }) => {
  const { code, output } = lint('src/core/watch/pace.ts', `export const value = ${expression}\n`)
  expect({ code, complains: output.includes(message) }).toStrictEqual({ code: 1, complains: true })
})

test('the tree itself keeps to the layers', () => {
  const { code, output } = run(biome, [
    'lint',
    '--colors=off',
    '--error-on-warnings',
    'src',
    'simulator',
    'e2e',
  ])
  expect(code === 0 ? '' : output).toBe('')
})
