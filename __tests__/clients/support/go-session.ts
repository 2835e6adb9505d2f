/** A program on the AWS SDK for Go, built where Go and the SDK are on this machine. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
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

const requiredBy = 'REQUIRE_GO_SDK'
export const testWithGo = testWhere({ name: 'The AWS SDK for Go', requiredBy, isHere })

/** Builds the program from the sources that go.sum has the hashes of, and returns where it is. */
export function buildSession(folder: string): string {
  const go = isRequired(requiredBy)
    ? findGo({ needed, requirements: 'e2e/act/go-requirements.txt', cache, log: console.warn })
    : 'go'
  const program = join(folder, 'session')
  execFileSync(go, ['build', '-mod=readonly', '-trimpath', '-buildvcs=false', '-o', program, '.'], {
    cwd: source,
    env,
    stdio: 'pipe',
  })
  return program
}
