/** A program on the AWS SDK for Go, built where Go and the SDK are on this machine. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { test } from '@jest/globals'
import { findGo, isAtLeast } from '../../../e2e/go-program.js'

const source = '__tests__/simulator/go'
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

const required = process.env.REQUIRE_GO_SDK === '1'
const runnable = required || isHere()
// Skipped where Go or the SDK is not on this machine, except where they are required to be.
export const testWithGo = runnable ? test : test.skip
if (!runnable)
  console.warn('The AWS SDK for Go is not on this machine: its test is skipped (REQUIRE_GO_SDK=1 gets it).')

/** Builds the program from the sources that go.sum has the hashes of, and returns where it is. */
export function buildSession(folder: string): string {
  const go = required
    ? findGo({ needed, requirements: 'e2e/act/go-requirements.txt', cache, say: console.warn })
    : 'go'
  const program = join(folder, 'session')
  execFileSync(go, ['build', '-mod=readonly', '-trimpath', '-buildvcs=false', '-o', program, '.'], {
    cwd: source,
    env,
    stdio: 'pipe',
  })
  return program
}
