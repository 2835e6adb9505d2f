/** The package ecs-simulator as its users get it: packed, installed without a network, run, imported and typed. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

let folder: string

function run(program: string, args: readonly string[], cwd = folder): string {
  return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-package-'))
  const unpacked = join(folder, 'unpacked')
  run(process.execPath, ['--no-deprecation', 'lib/scripts/simulator-package.js', unpacked], '.')
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], unpacked))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, packed.filename)])
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const installed = (path: string) => join(folder, 'node_modules', 'ecs-simulator', path)

test('it needs no other package, and has the version and the engines of this project', () => {
  const { dependencies, version, engines } = JSON.parse(readFileSync(installed('package.json'), 'utf8'))
  const project = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(dependencies).toBeUndefined()
  expect({ version, engines }).toStrictEqual({ version: project.version, engines: project.engines })
  expect(run('npm', ['ls', '--all', '--parseable']).trim().split('\n')).toHaveLength(2)
  expect(readFileSync(installed('world.schema.json'), 'utf8')).toBe(
    readFileSync('docs/schema/world.schema.json', 'utf8'),
  )
})

test('its program serves a world file', async () => {
  const program = join(folder, 'node_modules', '.bin', 'ecs-simulator')
  const world = resolve('docs/simulator/failing-rollout.yaml')
  const child = spawn(program, ['serve', '--world', world, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()
  const { url } = JSON.parse(value ?? '{}')
  expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok', region: 'eu-west-1' })
  child.kill('SIGTERM')
  await exit
  expect(run(program, ['--list'])).toContain('port-mismatch')
  expect(() => run(program, ['serve', 'heathy'])).toThrow(/did you mean healthy\?/)
})

test('the test in its README runs', () => {
  const page = readFileSync(installed('README.md'), 'utf8')
  const [, script = ''] = /^```js\n([\s\S]*?)^```$/m.exec(page) ?? []
  expect(script).toContain("from 'ecs-simulator'")
  writeFileSync(join(folder, 'readme.js'), `${script}console.log(simulator.requests.length)\n`)
  copyFileSync('docs/simulator/failing-rollout.yaml', join(folder, 'world.yaml'))
  expect(run(process.execPath, ['readme.js'])).toBe('0\n')
})

const story = `import { type Simulator, startSimulator, type WorldDescription } from 'ecs-simulator'

const world: WorldDescription = { clusters: { shop: {} }, images: { 'api:1': { exitCode: 3 } } }
const simulator: Simulator = await startSimulator({ world, speed: 0 })
simulator.change({ alarms: { 'api-5xx': 'ALARM' } })
simulator.advance('1h')
const body = await (await fetch(simulator.url + '/_control/requests')).json()
console.log(JSON.stringify(body), simulator.requests.length)
await simulator.close()
`

test('a test in TypeScript imports it with its types', () => {
  writeFileSync(join(folder, 'story.ts'), story)
  // Of its users, as in any project in TypeScript.
  symlinkSync(resolve('node_modules/@types'), join(folder, 'node_modules', '@types'))
  const options = {
    compilerOptions: {
      module: 'nodenext',
      target: 'es2023',
      strict: true,
      types: ['node'],
      skipLibCheck: false,
    },
    files: ['story.ts'],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options))
  const tsc = resolve('node_modules/typescript/bin/tsc')
  expect(run(process.execPath, [tsc, '-p', '.'])).toBe('')
  expect(run(process.execPath, ['story.js'])).toBe('{"requests":[]} 0\n')
  writeFileSync(join(folder, 'story.ts'), story.replace('exitCode: 3', "exitCode: 'three'"))
  expect(() => run(process.execPath, [tsc, '-p', '.'])).toThrow()
})
