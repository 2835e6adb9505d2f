/** A program on the AWS SDK for Go, built where Go and the SDK are on this machine. */
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { findGo, isAtLeast } from '../../../e2e/go-program.js'
import { isRequired, testWhere } from './test-where.js'

const source = '__tests__/clients/go'
const needed = /^go (\S+)$/m.exec(readFileSync(join(source, 'go.mod'), 'utf8'))?.[1] ?? ''
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ecs-safe-deploy-ci')
const env = { ...process.env, GOTOOLCHAIN: 'local', GOWORK: 'off', CGO_ENABLED: '0' }

/** Nothing is downloaded to find out. */
function isHere(): boolean {
  const version = spawnSync('go', ['env', 'GOVERSION'], { encoding: 'utf8', env })
  if (version.status !== 0 || !isAtLeast(version.stdout.trim(), needed)) return false
  return (
    spawnSync('go', ['list', '-deps', '.'], { cwd: source, env: { ...env, GOPROXY: 'off' } }).status === 0
  )
}

/** One set, so that what Go compiled once is taken from its cache. */
const buildFlags = ['-mod=readonly', '-trimpath', '-buildvcs=false']

const requiredBy = 'REQUIRE_GO_SDK'
export const testWithGo = testWhere({ name: 'The AWS SDK for Go', requiredBy, isHere })

function goProgram(): string {
  if (!isRequired(requiredBy)) return 'go'
  return findGo({ needed, requirements: 'e2e/act/go-requirements.txt', cache, log: console.warn })
}

/** Go is `go` there, with the settings of these tests. */
export function goEnvironment(): Readonly<Record<string, string>> {
  const { GOTOOLCHAIN, GOWORK, CGO_ENABLED } = env
  return {
    ...{ GOTOOLCHAIN, GOWORK, CGO_ENABLED, GOFLAGS: buildFlags.join(' ') },
    PATH: [dirname(goProgram()), process.env.PATH].filter(folder => folder !== '.').join(':'),
  }
}

/** Copies what a program in this folder needs to use the SDK. */
export function requireSdk(folder: string): void {
  for (const file of ['go.mod', 'go.sum']) copyFileSync(join(source, file), join(folder, file))
}

/** Builds the program from the sources that go.sum has the hashes of, and returns where it is. */
export function buildSession(folder: string): string {
  const program = join(folder, 'session')
  execFileSync(goProgram(), ['build', ...buildFlags, '-o', program, '.'], {
    cwd: source,
    env,
    stdio: 'pipe',
  })
  return program
}
